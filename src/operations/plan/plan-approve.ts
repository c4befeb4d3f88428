import type { Address } from "../../core/account/account.ts";
import { formatUnits } from "../../core/amount/format.ts";
import { isUnlimited } from "../../core/approval/rules/unlimited-amount.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ApproveStep, Plan } from "../../core/staking/plan.ts";

/** The step that sets an allowance, with its words: an end, an unlimited one, or an amount. */
export function approveStep(token: Asset, spender: Address, amount: bigint): ApproveStep {
  const form = amount === 0n ? "revoke" : isUnlimited(amount) ? "approve-unlimited" : "approve";
  return {
    kind: "approve",
    token,
    spender,
    amount,
    words: {
      key: `step.${form}`,
      params: { symbol: token.symbol, spender, amount: formatUnits(amount, token.decimals) },
    },
  };
}

/** The plan of setting an allowance to `amount` base units. */
export function planApprove(token: Asset, spender: Address, amount: bigint): Plan {
  return { steps: [approveStep(token, spender, amount)], effects: [], remarks: [] };
}
