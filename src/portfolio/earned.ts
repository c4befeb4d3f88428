import * as v from "valibot";
import type { UnixSeconds } from "../core/staking/units.ts";
import { baseUnits, signedBaseUnits, unixSeconds } from "../core/wire/schemas.ts";

/**
 * What a stake earned, from samples. At each sample the units held (shares where the protocol counts in shares) are
 * priced at that block's rate, rounded down. Between two samples
 *
 *   earned = worth of the earlier units at the later rate − their worth at the earlier rate
 *
 * and the rest of the change in worth is a cash flow: units that came or went, priced at the later rate. So at any
 * time  worth now = worth at first sight + flows + earned  to the wei, a stake or a transfer is never a gain, and a
 * slashing is a loss. Units that came or went between two samples are taken to have moved at the later one; the wallet
 * takes a sample at each refresh and around each of its own operations.
 */
export const EarningSample = v.object({
  since: unixSeconds,
  at: unixSeconds,
  units: baseUnits,
  worth: baseUnits,
  earned: signedBaseUnits,
});
export type EarningSample = v.InferOutput<typeof EarningSample>;

/** Blocks further back than this are another history: a test network begun anew, or a node that had lied about time. */
const ANOTHER_HISTORY_SECONDS = 900;

/**
 * The next sample. Nothing is sampled before the first unit is seen; time that does not go on changes nothing, and time
 * that runs far back (a refresh lets it only where the block before was ahead of the clock) begins anew.
 */
export function nextSample(
  sample: EarningSample | undefined,
  now: { at: UnixSeconds; units: bigint; worthOf: (units: bigint) => bigint },
): EarningSample | undefined {
  const { at, units } = now;
  if (sample === undefined || at + ANOTHER_HISTORY_SECONDS < sample.at) {
    return units === 0n ? undefined : { since: at, at, units, worth: now.worthOf(units), earned: 0n };
  }
  if (at <= sample.at) return sample;
  const grown = now.worthOf(sample.units) - sample.worth;
  return { since: sample.since, at, units, worth: now.worthOf(units), earned: sample.earned + grown };
}

/** What to show; undefined until two samples exist. */
export function earnedOf(sample: EarningSample): { amount: bigint; since: UnixSeconds } | undefined {
  return sample.at > sample.since ? { amount: sample.earned, since: sample.since } : undefined;
}
