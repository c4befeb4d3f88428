import { decodeTokenCall } from "../../core/approval/token-call.ts";
import { encodeApprove, encodeIncreaseAllowance } from "../../core/asset/erc20.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { Intent } from "../../core/staking/intent.ts";

/**
 * The intent of a site's approval with the limit the user set: afterwards the spender may take `amount` base units.
 * An increase keeps its form when the limit is above the present allowance, else it becomes a plain approval.
 * Throws operation/state for an operation that grants no allowance.
 */
export function withSpendLimit(operation: Operation, amount: bigint): Intent {
  const { intent, preview } = operation;
  if (intent.kind === "approve") return { ...intent, amount };
  const call = intent.kind === "site-transaction" ? decodeTokenCall(intent.data) : undefined;
  if (intent.kind !== "site-transaction" || !call) {
    throw new WeirError("operation/state", { state: operation.state });
  }
  if (call.method === "approve") return { ...intent, data: encodeApprove(call.spender, amount) };
  if (call.method === "increaseAllowance") {
    const shown = preview?.allowances.find(
      (each) =>
        each.token.toLowerCase() === intent.to?.toLowerCase() &&
        each.spender.toLowerCase() === call.spender.toLowerCase(),
    );
    const data =
      shown && amount > shown.before
        ? encodeIncreaseAllowance(call.spender, amount - shown.before)
        : encodeApprove(call.spender, amount);
    return { ...intent, data };
  }
  throw new WeirError("operation/state", { state: operation.state });
}
