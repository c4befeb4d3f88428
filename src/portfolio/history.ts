import * as v from "valibot";
import type { Address } from "../core/account/account.ts";
import type { KeyValueStore } from "../core/environment/environment.ts";
import type { Position } from "../core/staking/position.ts";
import type { UnixSeconds } from "../core/staking/units.ts";
import { localKeys } from "../core/store/keys.ts";
import { toWire } from "../core/wire/wire.ts";
import { EarningSample, earnedOf, nextSample } from "./earned.ts";

/** An account's samples by `${protocol}:${tokenId}`. */
const History = v.object({ version: v.literal(1), samples: v.record(v.string(), EarningSample) });
type History = v.InferOutput<typeof History>;

/** Prices units of a position's token at the present block. */
export type Pricing = (position: Position) => ((units: bigint) => bigint) | undefined;

const historyKey = (chainId: number, account: Address): string =>
  `${localKeys.history}${chainId}:${account.toLowerCase()}`;

/**
 * Positions with what they earned, and the records that changed. A record that does not parse begins anew: it holds
 * nothing but samples. Positions that `pricing` does not price keep what they had.
 */
export async function addEarned(
  local: KeyValueStore,
  chainId: number,
  positions: readonly Position[],
  at: UnixSeconds,
  pricing: Pricing,
): Promise<{ positions: Position[]; changed: Record<string, unknown> }> {
  const keys = [...new Set(positions.map((position) => historyKey(chainId, position.account)))];
  const stored = await local.getMany(keys);
  const histories = new Map<string, History>();
  const changed = new Set<string>();
  const historyOf = (key: string): History => {
    const known = histories.get(key);
    if (known !== undefined) return known;
    const parsed = v.safeParse(History, stored[key]);
    const history: History = parsed.success ? parsed.output : { version: 1, samples: {} };
    histories.set(key, history);
    return history;
  };
  const withEarned = positions.map((position) => {
    const worthOf = pricing(position);
    if (worthOf === undefined) return position;
    const key = historyKey(chainId, position.account);
    const { samples } = historyOf(key);
    const name = `${position.protocol}:${position.token.id}`;
    const before = samples[name];
    const sample = nextSample(before, { at, units: position.shares ?? position.balance, worthOf });
    if (sample === undefined) return position;
    samples[name] = sample;
    if (moved(before, sample)) changed.add(key);
    const earned = earnedOf(sample);
    return earned === undefined ? position : { ...position, earned };
  });
  return {
    positions: withEarned,
    changed: Object.fromEntries([...changed].map((key) => [key, toWire(histories.get(key))])),
  };
}

/** Whether a sample says anything that the one before does not; time alone is not worth a write. */
function moved(before: EarningSample | undefined, after: EarningSample): boolean {
  if (before === undefined || before.at === before.since) return before?.at !== after.at;
  return before.units !== after.units || before.worth !== after.worth;
}
