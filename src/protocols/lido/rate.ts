import { mulDivFloor } from "../../core/amount/ratio.ts";
import type { LidoState } from "./state.ts";

const ONE = 10n ** 18n;
/** The rate began at 1 in December 2020 and grows by some 3 % a year; far outside of this it is a false answer. */
const LOWEST = ONE / 2n;
const HIGHEST = 5n * ONE;
/** Single reports are capped by the protocol; a step of a tenth beside the growth of time is none of them. */
const STEP_BASIS_POINTS = 1_000n;
const GROWTH_BASIS_POINTS_PER_YEAR = 5_000n;
const YEAR = 31_536_000n;

type Reading = Pick<LidoState, "at" | "rate" | "totalPooledEther" | "totalShares">;

/** A daily report, which may lie between two endpoints' blocks, moves the rate by some 80 millionths. */
const AGREEMENT_PPM = 1_000n;

const agrees = (rate: bigint, other: bigint): boolean =>
  (rate > other ? rate - other : other - rate) * 1_000_000n <= other * AGREEMENT_PPM;

/**
 * Judges a rate by itself, by the totals beside it and by the last sound one. `fell` alone is what a slashing
 * looks like: possible, and worth a warning. A jump is believed when a second endpoint names the same rate, and only
 * then: else a rate that really jumped would stay blocked for ever.
 */
export function judgeRate(
  reading: Reading,
  sound: LidoState["sound"],
  agreedRate?: bigint,
): Pick<LidoState, "trouble" | "fell" | "sound"> {
  const { rate, totalPooledEther, totalShares, at } = reading;
  const fell = sound !== undefined && rate < sound.rate;
  const troubled = (trouble: NonNullable<LidoState["trouble"]>) => ({
    trouble,
    fell,
    ...(sound && { sound }),
  });
  if (rate === 0n || totalPooledEther === 0n || totalShares === 0n) return troubled("zero");
  if (rate < LOWEST || rate > HIGHEST) return troubled("out-of-range");
  const computed = mulDivFloor(ONE, totalPooledEther, totalShares);
  // v3 rounds the ether of external shares into the total, hence the two wei of room.
  const apart = computed > rate ? computed - rate : rate - computed;
  if (apart > 2n) return troubled("inconsistent");
  const confirmed = agreedRate !== undefined && agrees(rate, agreedRate);
  if (sound !== undefined && !confirmed) {
    const years = BigInt(Math.max(0, at - sound.at));
    const room = STEP_BASIS_POINTS + (GROWTH_BASIS_POINTS_PER_YEAR * years) / YEAR;
    const highest = mulDivFloor(sound.rate, 10_000n + room, 10_000n);
    const lowest = mulDivFloor(sound.rate, 10_000n - STEP_BASIS_POINTS, 10_000n);
    if (rate > highest || rate < lowest) return troubled("jumped");
  }
  return { fell, sound: { rate, at } };
}
