import * as v from "valibot";
import { Asset } from "../asset/asset.ts";
import { MeasuredYield, Position, Redemption } from "../staking/position.ts";
import { address, baseUnits, chainId, errorReport, recordId, unixSeconds } from "../wire/schemas.ts";

/** What a protocol was like at the snapshot's block. */
export const ProtocolSnapshot = v.object({
  protocol: recordId,
  state: v.record(v.string(), v.unknown()),
  yield: v.optional(MeasuredYield),
  /** Why there is no fresh reading of this protocol; the old state stays with its age. */
  failure: v.optional(errorReport),
  readAt: unixSeconds,
});
export type ProtocolSnapshot = v.InferOutput<typeof ProtocolSnapshot>;

/** What an account holds of a token that the person watches, by that token's own word: it proves nothing. */
export const TokenBalance = v.object({
  account: address,
  asset: Asset,
  /** Base units; absent: the contract did not answer. */
  balance: v.optional(baseUnits),
});
export type TokenBalance = v.InferOutput<typeof TokenBalance>;

/** All the portfolio knows of one network, at one block. Stored under `snapshot:<chainId>`; pages paint from it. */
export const Snapshot = v.object({
  version: v.literal(1),
  chainId,
  block: v.object({ number: v.number(), timestamp: unixSeconds }),
  /** Wall clock when the answer arrived. */
  takenAt: unixSeconds,
  /** Host that answered. */
  endpoint: v.string(),
  native: v.array(v.object({ account: address, balance: baseUnits })),
  positions: v.array(Position),
  /** Watched tokens; absent: none. */
  tokens: v.optional(v.array(TokenBalance)),
  redemptions: v.array(Redemption),
  protocols: v.array(ProtocolSnapshot),
  /** The last refresh's failure, when newer than takenAt. */
  failure: v.optional(v.object({ error: errorReport, at: unixSeconds })),
  /** agreed: a second endpoint gave the same rate. single: none configured or none answered. */
  secondOpinion: v.picklist(["agreed", "single", "disagreed"]),
  /** Wei per gas that a transaction pays at the middle level, base fee and tip, and when (wall clock) that was read. */
  gasPrice: v.optional(v.object({ wei: baseUnits, at: unixSeconds })),
  /** US dollar per native unit with 8 decimals, only when the user turned fiat on. */
  fiat: v.optional(v.object({ currency: v.literal("USD"), price: baseUnits, updatedAt: unixSeconds })),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
