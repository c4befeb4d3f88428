import type { ChainAccess, Receipt } from "../../core/chain/access.ts";
import { errorReport, WeirError } from "../../core/errors/index.ts";
import type { Attempt, Operation, StepRecord } from "../../core/operation/operation.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import type { OperationRecords } from "../records.ts";
import { completedCall } from "./completed-call.ts";
import { sendBytes } from "./send-bytes.ts";
import { isOpenTransaction, lastAttempt, nextStep, withoutError, withStep } from "./step-state.ts";

/** Blocks above a receipt before it is believed for good. */
const CONFIRMATIONS = 2;
/** Refused re-broadcasts in a row before a transaction counts as dropped. */
const REFUSALS = 3;
/** Receipts may come later than the nonce, from another node: seconds to wait before somebody else's is believed. */
const OVERTAKEN_SECONDS = 30;
/** How long a dropped transaction is looked for before it is given up. */
const DROPPED_SECONDS = 24 * 3600;

export interface WatchParts {
  deps: OperationsDependencies;
  records: OperationRecords;
}

interface Landed {
  attempt: Attempt;
  receipt: Receipt;
}

async function landed(access: ChainAccess, step: StepRecord): Promise<Landed | undefined> {
  for (const attempt of [...step.attempts].reverse()) {
    const receipt = await access.receipt(attempt.hash);
    if (receipt) return { attempt, receipt };
  }
  return undefined;
}

/**
 * Looks after every signed transaction of an operation: receipts, reorgs, replacement, dropping; sends stored bytes
 * again where nobody knows them. The caller holds the operation's queue. Rejects with chain/* errors, the record then
 * holds what was learned before.
 */
export async function watch(parts: WatchParts, operation: Operation, head: number): Promise<Operation> {
  let current = operation;
  for (let place = 0; place < current.steps.length; place++) {
    const step = current.steps[place];
    if (step && isOpenTransaction(step)) current = await watchStep(parts, current, place, head);
  }
  return current;
}

async function watchStep(parts: WatchParts, operation: Operation, place: number, head: number) {
  const { deps, records } = parts;
  const step = operation.steps[place];
  if (!step) return operation;
  const access = deps.access(operation.chainId);
  const found = await landed(access, step);
  if (found) return settle(parts, access, operation, place, found, head);
  if (step.confirmedHash !== undefined) {
    // The block that had it is gone: back to waiting, and the same bytes go out again below.
    const { confirmedHash: _h, confirmedBlock: _b, gasUsedWei: _g, ...rest } = step;
    const steps = operation.steps.map((each, at) =>
      at === place ? { ...rest, state: "broadcast" as const } : each,
    );
    const back = await records.save({ ...withoutError(operation), steps, state: "running" });
    deps.onSettled?.(operation.chainId);
    return chase(parts, access, back, place);
  }
  return chase(parts, access, operation, place);
}

/** A receipt is there. */
async function settle(
  { deps, records }: WatchParts,
  access: ChainAccess,
  operation: Operation,
  place: number,
  { attempt, receipt }: Landed,
  head: number,
): Promise<Operation> {
  const step = operation.steps[place];
  const final = head >= receipt.blockNumber + CONFIRMATIONS;
  const known = step?.confirmedHash === receipt.hash && step.confirmedBlock === receipt.blockNumber;
  if (known && !final) return operation;
  const succeeded = receipt.success && attempt.purpose !== "cancel";
  const after = withStep(operation, place, {
    state: succeeded ? "confirmed" : "failed",
    confirmedHash: attempt.hash,
    confirmedBlock: receipt.blockNumber,
    gasUsedWei: receipt.gasUsed * receipt.effectiveGasPrice,
    final,
  });
  if (known) return records.save(after);
  const saved = await records.save(await concluded(deps, access, after, place, attempt, receipt));
  deps.onSettled?.(operation.chainId);
  return saved;
}

async function concluded(
  deps: OperationsDependencies,
  access: ChainAccess,
  operation: Operation,
  place: number,
  attempt: Attempt,
  receipt: Receipt,
): Promise<Operation> {
  const clean = withoutError(operation);
  if (attempt.purpose === "cancel") return { ...clean, state: "cancelled" };
  if (!receipt.success) {
    const reason = (await revertReason(deps, access, operation, place)) || "–";
    const error = errorReport(new WeirError("operation/reverted", { reason }), "operations");
    return { ...clean, state: "failed", error };
  }
  if (nextStep(clean) < 0) return { ...clean, state: "confirmed" };
  return clean.state === "planned" ? clean : { ...clean, state: "running" };
}

/** What the contract says to the same call now; the receipt itself has no reason. */
async function revertReason(
  deps: OperationsDependencies,
  access: ChainAccess,
  operation: Operation,
  place: number,
): Promise<string> {
  const call = completedCall(deps, operation, place);
  if (!call) return "";
  try {
    return (await access.simulate({ calls: [call], reads: [] })).revertReason ?? "";
  } catch {
    return "";
  }
}

/** No receipt yet: was the nonce used by somebody else, does anybody still know the bytes? */
async function chase(
  parts: WatchParts,
  access: ChainAccess,
  operation: Operation,
  place: number,
): Promise<Operation> {
  const { deps, records } = parts;
  const step = operation.steps[place];
  const attempt = step && lastAttempt(step);
  if (!step || !attempt) return operation;
  const refusals = step.doubts?.refusals ?? 0;
  const { latest } = await access.nonces(operation.account);
  if (latest > attempt.nonce) {
    const now = deps.clock.nowSeconds();
    const overtakenAt = step.doubts?.overtakenAt;
    if (overtakenAt === undefined) {
      return records.save(withStep(operation, place, { doubts: { refusals, overtakenAt: now } }));
    }
    if (now - overtakenAt < OVERTAKEN_SECONDS) return operation;
    const replaced = errorReport(new WeirError("operation/replaced", {}), "operations");
    const failed = withStep(operation, place, { state: "failed", final: true });
    const saved = await records.save({ ...failed, state: "failed", error: replaced });
    deps.onSettled?.(operation.chainId);
    return saved;
  }
  let current = operation;
  if (step.doubts?.overtakenAt !== undefined) {
    current = await records.save(withStep(operation, place, { doubts: { refusals } }));
  }
  if (attempt.broadcastAt !== undefined && (await access.knows(attempt.hash))) {
    return refusals === 0 ? current : records.save(withStep(current, place, { doubts: { refusals: 0 } }));
  }
  if (current.state === "failed") {
    const given = deps.clock.nowSeconds() - attempt.signedAt > DROPPED_SECONDS;
    return given ? records.save(withStep(current, place, { state: "failed", final: true })) : current;
  }
  return rebroadcast(parts, access, current, place, attempt, refusals);
}

async function rebroadcast(
  { deps, records }: WatchParts,
  access: ChainAccess,
  operation: Operation,
  place: number,
  attempt: Attempt,
  refusals: number,
): Promise<Operation> {
  try {
    const sent = await sendBytes(deps, records, access, operation, place, attempt.hash);
    return sent.error || refusals > 0
      ? records.save(withoutError(withStep(sent, place, { doubts: { refusals: 0 } })))
      : sent;
  } catch (error) {
    if (!(error instanceof WeirError) || error.code !== "chain/rpc") throw error;
    // A replacement that nobody takes drops nothing while an earlier attempt waits.
    const step = operation.steps[place];
    for (const earlier of step?.attempts ?? []) {
      if (earlier.hash === attempt.hash || earlier.broadcastAt === undefined) continue;
      if (await access.knows(earlier.hash)) return operation;
    }
    const refused = withStep(operation, place, { doubts: { refusals: refusals + 1 } });
    if (refusals + 1 < REFUSALS) return records.save(refused);
    // The bytes stay: whoever kept them may still bring them in, so receipts are looked for until the nonce is used.
    const dropped = errorReport(new WeirError("operation/dropped", {}), "operations");
    return records.save({ ...refused, state: "failed", error: dropped });
  }
}
