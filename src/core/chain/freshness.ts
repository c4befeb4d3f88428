import { WeirError } from "../errors/index.ts";
import type { BlockRef } from "../staking/protocol.ts";

/** Chain time may lag the wall clock by this much before figures count as old. */
export const staleAfterSeconds = 15 * 60;

/**
 * chain/stale when `block` is more than 15 minutes behind `nowSeconds`, else undefined. A block ahead of the clock is
 * fine: the clock may be wrong, and test networks run ahead. Returned, not thrown: old figures are still shown, flagged.
 */
export function staleness(
  block: BlockRef,
  nowSeconds: number,
  endpoint: string,
): WeirError<"chain/stale"> | undefined {
  const behindSeconds = nowSeconds - block.timestamp;
  if (behindSeconds <= staleAfterSeconds) return undefined;
  return new WeirError("chain/stale", { endpoint, behindSeconds });
}
