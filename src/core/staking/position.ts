import * as v from "valibot";
import { Asset } from "../asset/asset.ts";
import { address, baseUnits, recordId, signedBaseUnits, unixSeconds } from "../wire/schemas.ts";

/** What an account holds of one LST, and what it is worth in the staked asset by the protocol's own rate. */
export const Position = v.object({
  protocol: recordId,
  account: address,
  token: Asset,
  /** rebasing: the balance grows. accruing: each token is worth more. */
  growth: v.picklist(["rebasing", "accruing"]),
  balance: baseUnits,
  /** Share of the pool behind the balance, where the protocol counts in shares. */
  shares: v.optional(baseUnits),
  worth: baseUnits,
  worthAsset: Asset,
  /** What the stake earned since the wallet first saw it, in worthAsset, negative after a slashing; absent until two samples exist. */
  earned: v.optional(v.object({ amount: signedBaseUnits, since: unixSeconds })),
});
export type Position = v.InferOutput<typeof Position>;

/** Why a waiting time is what it is; each has its words in the protocol's copy.json and the catalogue. */
export const ExpectedTime = v.object({
  /** Chain time; both equal for a fixed date. Absent = cannot be said, `basis` tells why. */
  earliest: v.optional(unixSeconds),
  latest: v.optional(unixSeconds),
  basis: v.picklist(["recent-finalisations", "fixed-period", "bunker", "paused", "unknown", "ready"]),
});
export type ExpectedTime = v.InferOutput<typeof ExpectedTime>;

/** A redemption on its way: queued → ready → claimed. */
export const Redemption = v.object({
  protocol: recordId,
  account: address,
  /** The protocol's own id (Lido: the NFT's id). */
  id: v.string(),
  state: v.picklist(["queued", "ready", "claimed"]),
  /** Asked for, in asset. */
  amount: baseUnits,
  asset: Asset,
  /** What a claim pays now or paid; undefined while queued. Less than amount after a slashing. */
  claimable: v.optional(baseUnits),
  requestedAt: unixSeconds,
  /** When the wallet first saw it claimed (chain time); it is kept for a while after. */
  claimedAt: v.optional(unixSeconds),
  /** The protocol's own note for its next reading or the claim (Lido: the checkpoint hint). */
  extra: v.optional(v.string()),
  expected: ExpectedTime,
});
export type Redemption = v.InferOutput<typeof Redemption>;

/** A yearly rate measured from the chain. */
export const MeasuredYield = v.object({
  /** Millionths per year, simple (APR): 31 000 = 3.1 %. Negative after a slashing. */
  ratePpm: v.pipe(v.number(), v.integer()),
  from: unixSeconds,
  to: unixSeconds,
  /** reports: the protocol's report events. rate-change: exchange rate at two blocks. samples: the wallet's own. */
  method: v.picklist(["reports", "rate-change", "samples"]),
  observations: v.pipe(v.number(), v.integer()),
});
export type MeasuredYield = v.InferOutput<typeof MeasuredYield>;
