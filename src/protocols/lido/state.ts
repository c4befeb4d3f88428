import * as v from "valibot";
import { mulDivFloor } from "../../core/amount/ratio.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { ProtocolState } from "../../core/staking/protocol.ts";
import { baseUnits, unixSeconds } from "../../core/wire/schemas.ts";
import { toWire } from "../../core/wire/wire.ts";

/** How fast the queue paid of late, from its WithdrawalsFinalized events. */
export const QueuePace = v.object({
  /** Wei locked for requests in the window. */
  paid: baseUnits,
  from: unixSeconds,
  to: unixSeconds,
  observations: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type QueuePace = v.InferOutput<typeof QueuePace>;

const LidoState = v.object({
  at: unixSeconds,
  /** wei per 1e18 shares, by wstETH.stEthPerToken(). */
  rate: baseUnits,
  totalPooledEther: baseUnits,
  totalShares: baseUnits,
  feeBasisPoints: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  stakingPaused: v.boolean(),
  stakeLimited: v.boolean(),
  /** wei; means nothing when not limited. */
  currentStakeLimit: baseUnits,
  maxStakeLimit: baseUnits,
  queuePaused: v.boolean(),
  /** Unix time at which a pause ends; 2^256-1 when nobody said. */
  queueResumesAt: baseUnits,
  bunker: v.boolean(),
  unfinalizedEther: baseUnits,
  lastRequestId: baseUnits,
  lastFinalizedId: baseUnits,
  lastCheckpointIndex: baseUnits,
  minRequest: baseUnits,
  maxRequest: baseUnits,
  pace: v.optional(QueuePace),
  /** Why the rate cannot be right; nothing is planned on such a state. */
  trouble: v.optional(v.picklist(["zero", "out-of-range", "inconsistent", "jumped"])),
  /** The rate is below the last sound one, within what a slashing can do. */
  fell: v.boolean(),
  /** The newest rate without trouble. */
  sound: v.optional(v.object({ rate: baseUnits, at: unixSeconds })),
});
/** Lido at a block, amounts in wei and shares. */
export type LidoState = v.InferOutput<typeof LidoState>;

/** The opaque form that snapshots store. */
export function encodeState(state: LidoState): ProtocolState {
  return toWire(state) as unknown as ProtocolState;
}

/** The state again from its stored form; undefined when it is none (another version wrote it). */
export function decodeState(state: ProtocolState | undefined): LidoState | undefined {
  const parsed = v.safeParse(LidoState, state);
  return parsed.success ? parsed.output : undefined;
}

/** The state for a quote or a plan. Throws staking/state-unknown. */
export function usableState(state: ProtocolState): LidoState {
  const known = decodeState(state);
  if (known === undefined) throw new WeirError("staking/state-unknown", { protocol: "Lido" });
  return known;
}

/** Shares for `ether` wei, as stETH computes them: rounded down (StETH.getSharesByPooledEth). */
export function sharesForEther(state: LidoState, ether: bigint): bigint {
  if (state.totalPooledEther === 0n) return 0n;
  return mulDivFloor(ether, state.totalShares, state.totalPooledEther);
}

/** Wei that `shares` stand for, as stETH computes them: rounded down (StETH.getPooledEthByShares). */
export function etherForShares(state: LidoState, shares: bigint): bigint {
  if (state.totalShares === 0n) return 0n;
  return mulDivFloor(shares, state.totalPooledEther, state.totalShares);
}
