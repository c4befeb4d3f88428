import type { ChainAccess } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import type { OperationRecords } from "../records.ts";
import { withStep } from "./step-state.ts";

/**
 * Sends the stored bytes of one attempt, as often as it takes, and writes down that they went out. Sending the
 * same bytes again does no harm. Rejects with chain/* errors; the record then stays as it was.
 */
export async function sendBytes(
  deps: OperationsDependencies,
  records: OperationRecords,
  access: ChainAccess,
  operation: Operation,
  place: number,
  hash: string,
): Promise<Operation> {
  const step = operation.steps[place];
  const attempt = step?.attempts.find((each) => each.hash === hash);
  if (!step || !attempt) return operation;
  await access.broadcast(attempt.raw);
  const first = attempt.broadcastAt === undefined;
  const sent = { ...attempt, broadcastAt: attempt.broadcastAt ?? deps.clock.nowSeconds() };
  const saved = await records.save(
    withStep(operation, place, {
      state: "broadcast",
      attempts: step.attempts.map((each) => (each.hash === hash ? sent : each)),
    }),
  );
  if (first) {
    await deps.audit("transaction.broadcast", {
      operation: operation.id,
      account: operation.account,
      origin: operation.origin,
      hash,
      purpose: attempt.purpose,
    });
  }
  return saved;
}
