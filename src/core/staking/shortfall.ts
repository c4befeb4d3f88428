import type { Redemption } from "./position.ts";

/** Share arithmetic leaves a payout a few base units short of what was asked for (Lido: 1 or 2 wei); that is no loss. */
const rounding = 100n;

/** What a redemption pays less than was asked for, in base units of its asset, after a loss of the protocol; 0n otherwise. */
export function shortfall({ amount, claimable }: Pick<Redemption, "amount" | "claimable">): bigint {
  const less = claimable === undefined ? 0n : amount - claimable;
  return less > rounding ? less : 0n;
}
