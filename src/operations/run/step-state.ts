import type { Attempt, Operation, StepRecord } from "../../core/operation/operation.ts";
import { isSignatureStep } from "../../core/staking/plan.ts";

/** A step nothing happened in yet. */
export const freshStep = (): StepRecord => ({ state: "waiting", attempts: [] });

/** Whether the transaction is signed for the site to send: its bytes are the answer, and nothing is broadcast from here. */
export function isSignOnly({ intent }: Operation): boolean {
  return intent.kind === "site-transaction" && intent.signOnly === true;
}

/** Whether the step is a transaction that was signed and whose end is not beyond doubt. */
export function isOpenTransaction(step: StepRecord): boolean {
  return step.attempts.length > 0 && step.final !== true;
}

/** Whether the watcher must look at the operation: something is signed and not final, or a next step is to be done. */
export function isWatched(operation: Operation): boolean {
  return operation.state === "running" || operation.steps.some(isOpenTransaction);
}

/** Whether whoever asked can be told how it went: a transaction is out, or none ever will be. */
export function isAnswered(operation: Operation): boolean {
  const out = operation.steps.some((step) => step.attempts.some((each) => each.broadcastAt !== undefined));
  return out || !["planned", "approved", "running"].includes(operation.state);
}

/** Place of the step to do next; -1 when all are done. A signature is done once it is there. */
export function nextStep(operation: Operation): number {
  const bySignature = isSignOnly(operation);
  return operation.steps.findIndex((step, place) =>
    bySignature || isSignatureStep(operation.plan.steps[place])
      ? step.state !== "signed"
      : step.state !== "confirmed",
  );
}

/** Place of the step whose transaction waits in the network; -1 when none does. */
export function waitingTransaction(operation: Operation): number {
  if (isSignOnly(operation)) return -1;
  return operation.steps.findIndex(
    (step) => step.attempts.length > 0 && (step.state === "signed" || step.state === "broadcast"),
  );
}

/** The operation with one step changed. */
export function withStep(operation: Operation, place: number, change: Partial<StepRecord>): Operation {
  return {
    ...operation,
    steps: operation.steps.map((step, at) => (at === place ? { ...step, ...change } : step)),
  };
}

/** The attempt signed last. */
export function lastAttempt(step: StepRecord): Attempt | undefined {
  return step.attempts.at(-1);
}

/** The same without an error of an earlier try. */
export function withoutError(operation: Operation): Operation {
  const { error: _error, ...rest } = operation;
  return rest;
}

/**
 * Back to asking: what was not signed is forgotten, a permit's unused signature too, and the preview is to be made
 * anew. Steps that are confirmed or may be on the chain stay as they are.
 */
export function askAgain(operation: Operation): Operation {
  const { preview: _preview, ...rest } = operation;
  return {
    ...rest,
    state: "planned",
    // The next preview counts from here, so what these steps changed is no part of it.
    steps: operation.steps.map((step) => (step.attempts.length > 0 ? { ...step, effects: [] } : freshStep())),
  };
}
