import { formatUnits } from "../../core/amount/format.ts";
import type { Plan, PlanStep, Remark } from "../../core/staking/plan.ts";
import type { PlanContext } from "../../core/staking/protocol.ts";
import { callData } from "./abi.ts";
import {
  id,
  maxRequestsPerTransaction,
  permitDomains,
  permitSeconds,
  queueAddress,
  stEth,
  wstEth,
} from "./facts.ts";
import { redeemObstacles, refuse, refuseAboveBalance, stateRemarks, tokenById } from "./obstacles.ts";
import { partWorth, splitRequests } from "./split.ts";
import type { LidoState } from "./state.ts";
import { amountParams, remark, words } from "./words.ts";

/** The requests an amount becomes and the ether they are worth now, which a claim can pay at most. */
export function redemptionParts(
  state: LidoState,
  tokenId: string,
  amount: bigint,
): { parts: bigint[]; ether: bigint } {
  const parts = splitRequests(state, tokenId, amount);
  return { parts, ether: parts.reduce((sum, part) => sum + partWorth(state, tokenId, part), 0n) };
}

export function redeemRemarks(state: LidoState, parts: number): Remark[] {
  return [
    ...stateRemarks(state),
    ...(state.bunker ? [remark("warn", "bunker")] : []),
    ...(parts > 1
      ? [
          remark("note", "split", {
            parts,
            max: formatUnits(state.maxRequest, stEth.decimals),
            unit: stEth.symbol,
          }),
        ]
      : []),
    remark("note", "no-way-back"),
    remark("note", "no-rewards-while-queued"),
    remark("note", "payout-can-be-less"),
  ];
}

export const redeemMethods = {
  plain: (tokenId: string) => (tokenId === wstEth.id ? "requestWithdrawalsWstETH" : "requestWithdrawals"),
  permitted: (tokenId: string) =>
    tokenId === wstEth.id ? "requestWithdrawalsWstETHWithPermit" : "requestWithdrawalsWithPermit",
};

/**
 * Requests to the withdrawal queue for the account itself. An allowance that is there is used; else a permit where
 * it was asked for and the token's domain is the known one (a nonce in the context says so); else an approval of
 * exactly the amount.
 */
export function planRedeem(
  state: LidoState,
  intent: { amount: bigint; token: string; approval: "permit" | "approve" },
  context: PlanContext,
): Plan {
  const token = tokenById(intent.token);
  const { amount } = intent;
  const { parts, ether } = redemptionParts(state, token.id, amount);
  refuse(redeemObstacles(state, ether, parts.length, maxRequestsPerTransaction));
  refuseAboveBalance(context, token, amount);

  const params = amountParams(amount, token);
  const request = words("step.request", { ...params, parts: parts.length });
  const nonce = context.permitNonces.get(token.id);
  const domain = permitDomains.get(token.id);
  const allowed = (context.allowances.get(`${token.id}:${queueAddress.toLowerCase()}`) ?? 0n) >= amount;
  const remarks = redeemRemarks(state, parts.length);
  const plainCall: PlanStep = {
    kind: "call",
    to: queueAddress,
    data: callData("queue", redeemMethods.plain(token.id), [parts, context.account]),
    value: 0n,
    words: request,
  };
  let steps: PlanStep[];
  if (allowed) {
    steps = [plainCall];
  } else if (intent.approval === "permit" && nonce !== undefined && domain !== undefined) {
    steps = [
      {
        kind: "permit",
        token,
        domain,
        spender: queueAddress,
        amount,
        nonce,
        // Whichever clock is ahead: the chain compares the deadline with its own.
        deadline: BigInt(Math.max(context.now, context.block.timestamp) + permitSeconds),
        words: words("step.permit", params),
      },
      {
        kind: "permitted-call",
        protocol: id,
        to: queueAddress,
        method: redeemMethods.permitted(token.id),
        args: [parts.map(String), context.account],
        value: 0n,
        words: request,
      },
    ];
  } else {
    if (intent.approval === "permit") remarks.push(remark("note", "permit-not-possible"));
    steps = [
      {
        kind: "approve",
        token,
        spender: queueAddress,
        amount,
        words: words("step.approve-redeem", params),
      },
      plainCall,
    ];
  }
  return { steps, effects: [{ asset: token, change: -amount }], remarks };
}
