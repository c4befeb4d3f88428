import type { Account } from "../../core/account/account.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import { isSiteIntent } from "../../core/staking/intent.ts";
import { isSignatureStep } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { planIntent } from "../plan/plan-intent.ts";
import { isUnreachable } from "../plan/unreachable.ts";
import { freshStep } from "../run/step-state.ts";
import { previewMessage } from "./preview-message.ts";
import { previewTransactions } from "./preview-transactions.ts";
import { previewTypedData } from "./preview-typed-data.ts";
import { previewUnchecked } from "./preview-unchecked.ts";

/**
 * The operation with a preview of what is still to be done, bound to the newest block where anything of it rests on the
 * chain. The plan is renewed where a permit's nonce must be the newest. Nothing is stored. Rejects with chain/* errors for
 * the wallet's own transactions, and with what keeps a protocol from planning.
 */
export async function makePreview(
  deps: OperationsDependencies,
  operation: Operation,
  account: Account,
  earlier: readonly Operation[],
): Promise<Operation & { preview: Preview }> {
  const { steps } = operation.plan;
  if (steps.every((step) => step.kind === "message")) return previewMessage(deps, operation, earlier);
  if (steps.every(isSignatureStep)) return previewTypedData(deps, operation, account, earlier);
  if (!isSiteIntent(operation.intent)) return previewTransactions(deps, operation, account, earlier);
  try {
    const known = await withTokensKnown(deps, operation, account);
    return await previewTransactions(deps, known, account, earlier);
  } catch (error) {
    if (isUnreachable(error)) return previewUnchecked(deps, operation, earlier, error);
    throw error;
  }
}

/** A site's calls planned anew where an approval's token was not known, for want of a node. */
async function withTokensKnown(
  deps: OperationsDependencies,
  operation: Operation,
  account: Account,
): Promise<Operation> {
  const isBlind = operation.plan.steps.some(
    (step) => step.kind === "call" && decodeTokenCall(step.data)?.method === "approve",
  );
  if (!isBlind || operation.steps.some((step) => step.attempts.length > 0)) return operation;
  const plan = await planIntent(deps, operation.chainId, account, operation.intent);
  return { ...operation, plan, steps: plan.steps.map(freshStep) };
}
