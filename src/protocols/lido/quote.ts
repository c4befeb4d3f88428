import { ppmOf } from "../../core/amount/ratio.ts";
import type { MeasuredYield } from "../../core/staking/position.ts";
import type { Protocol, StakingQuote } from "../../core/staking/protocol.ts";
import { claimableRequests, claimTotal } from "./claim.ts";
import { convertEffect, convertRemarks } from "./convert.ts";
import { maxRequestsPerTransaction, native } from "./facts.ts";
import { convertObstacles, redeemObstacles, stakeObstacles, tokenById } from "./obstacles.ts";
import { redeemRemarks, redemptionParts } from "./redeem.ts";
import { stakeEffect, stakeRemarks } from "./stake.ts";
import type { LidoState } from "./state.ts";
import { expectedForNew } from "./wait.ts";

/** Whole days, rounded up, until the yield on `amount` wei has paid `gasWei`; undefined when it never does. */
function breakEvenDays(amount: bigint, rate: MeasuredYield | undefined, gasWei: bigint | undefined) {
  if (rate === undefined || gasWei === undefined || rate.ratePpm <= 0) return undefined;
  const perYear = ppmOf(amount, rate.ratePpm);
  if (perYear <= 0n) return undefined;
  const days = (gasWei * 365n + perYear - 1n) / perYear;
  return days > 1_000_000n ? undefined : Number(days);
}

/** What an intent would bring by this state; obstacles come as block-level remarks. Throws staking/unsupported. */
export function quote(
  input: Omit<Parameters<Protocol["quote"]>[0], "state"> & { state: LidoState },
): StakingQuote {
  const { intent, state } = input;
  const base = {
    rewardFeeBasisPoints: state.feeBasisPoints,
    amountFee: 0n,
    parts: [],
    expected: undefined,
    yield: state.trouble === undefined ? input.yield : undefined,
    breakEvenDays: undefined,
  };
  switch (intent.kind) {
    case "stake":
      return {
        ...base,
        receives: stakeEffect(state, intent.amount, intent.receive),
        breakEvenDays: breakEvenDays(intent.amount, base.yield, input.gasWei),
        remarks: [
          ...stakeObstacles(state, intent.amount).map((one) => one.remark),
          ...stakeRemarks(state, intent.receive),
        ],
      };
    case "convert":
      return {
        ...base,
        receives: convertEffect(state, intent),
        remarks: [
          ...convertObstacles(state, intent.amount).map((one) => one.remark),
          ...convertRemarks(state),
        ],
      };
    case "redeem": {
      const tokenId = tokenById(intent.token).id;
      const { parts, ether } = redemptionParts(state, tokenId, intent.amount);
      const obstacles = redeemObstacles(state, ether, parts.length, maxRequestsPerTransaction);
      return {
        ...base,
        receives: { asset: native, change: ether },
        // A list of thousands helps nobody; the remark says the number.
        parts: parts.slice(0, maxRequestsPerTransaction),
        expected: expectedForNew(state, ether, input.now),
        remarks: [...obstacles.map((one) => one.remark), ...redeemRemarks(state, parts.length)],
      };
    }
    case "claim": {
      const requests = claimableRequests(input.redemptions ?? [], intent.ids);
      return { ...base, receives: { asset: native, change: claimTotal(requests) }, remarks: [] };
    }
  }
}
