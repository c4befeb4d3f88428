import { decodeTokenCall, isAllowanceCall } from "../../../core/approval/token-call.ts";
import type { AllowanceChange, Operation } from "../../../core/operation/operation.ts";
import type { PlanStep } from "../../../core/staking/plan.ts";

/** An amount that somebody may take and that can be set before it is signed. Addresses in lower case. */
export interface Limit {
  /** Place of its step in the plan. */
  step: number;
  token: string;
  spender: string;
  symbol: string;
  decimals: number;
  /** Base units that the plan as it stands would let the spender take. */
  amount: bigint;
  /** Base units that were asked for and may not be exceeded; undefined = no such bound. */
  most: bigint | undefined;
}

/** The spender that a step with a settable amount grants to, and its token. */
function grantOf(step: PlanStep, operation: Operation): { token: string; spender: string } | undefined {
  switch (step.kind) {
    case "approve":
    case "permit":
      return step.token.address && { token: step.token.address, spender: step.spender };
    case "call": {
      if (step.words.key !== "step.increase-allowance" || step.to === undefined) return undefined;
      const call = decodeTokenCall(step.data);
      return isAllowanceCall(call) ? { token: step.to, spender: call.spender } : undefined;
    }
    case "typed-data": {
      // What a site signs for itself must stay as it is; what Weir wrote for the site can be changed.
      const { intent } = operation;
      return intent.kind === "site-approval" ? intent : undefined;
    }
    default:
      return undefined;
  }
}

const settable: readonly Operation["intent"]["kind"][] = [
  "approve",
  "site-transaction",
  "site-calls",
  "site-approval",
];

/** The limits of an operation that can be set: those of a site's approvals and increases, or one's own. */
export function limitsOf(operation: Operation): Limit[] {
  const { intent, plan, preview } = operation;
  if (!settable.includes(intent.kind)) return [];
  return plan.steps.flatMap((step, place) => {
    const grant = grantOf(step, operation);
    if (grant === undefined) return [];
    const token = grant.token.toLowerCase();
    const spender = grant.spender.toLowerCase();
    const change: AllowanceChange | undefined = preview?.allowances.find(
      (each) => each.token.toLowerCase() === token && each.spender.toLowerCase() === spender,
    );
    if (change === undefined) return [];
    const amount = step.kind === "approve" || step.kind === "permit" ? step.amount : change.after;
    const most = intent.kind === "site-approval" ? intent.amount : undefined;
    return [{ step: place, token, spender, symbol: change.symbol, decimals: change.decimals, amount, most }];
  });
}
