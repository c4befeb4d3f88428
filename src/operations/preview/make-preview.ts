import type { Account } from "../../core/account/account.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import { isSignatureStep } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { previewMessage } from "./preview-message.ts";
import { previewTransactions } from "./preview-transactions.ts";
import { previewTypedData } from "./preview-typed-data.ts";

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
  return previewTransactions(deps, operation, account, earlier);
}
