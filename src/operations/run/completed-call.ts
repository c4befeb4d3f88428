import type { CallRequest } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { callOf } from "../preview/rehearsal.ts";

/** The call of a step, with the permit before it filled in where it needs one; undefined when that is not signed. */
export function completedCall(
  deps: OperationsDependencies,
  operation: Operation,
  place: number,
): CallRequest | undefined {
  const step = operation.plan.steps[place];
  if (!step) return undefined;
  if (step.kind !== "permitted-call") return callOf(step, operation.account);
  const before = operation.plan.steps[place - 1];
  const signature = operation.steps[place - 1]?.signature;
  const protocol = deps.protocols.byId(step.protocol);
  if (before?.kind !== "permit" || !signature || !protocol) return undefined;
  return callOf(protocol.completeCall(step, before, signature), operation.account);
}
