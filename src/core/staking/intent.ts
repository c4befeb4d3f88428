import * as v from "valibot";
import { address, baseUnits, hexData, recordId } from "../wire/schemas.ts";

/** What somebody wants to do with a staked position. Amounts in base units of the token given. */
export const StakingIntent = v.variant("kind", [
  /** Native asset in, `receive` (token id) out. */
  v.object({ kind: v.literal("stake"), protocol: recordId, amount: baseUnits, receive: v.string() }),
  /** Between two forms of the same stake: `from` and `to` are token ids. */
  v.object({
    kind: v.literal("convert"),
    protocol: recordId,
    amount: baseUnits,
    from: v.string(),
    to: v.string(),
  }),
  v.object({
    kind: v.literal("redeem"),
    protocol: recordId,
    amount: baseUnits,
    token: v.string(),
    /** permit: one signature, one transaction. approve: two transactions. */
    approval: v.picklist(["permit", "approve"]),
  }),
  v.object({ kind: v.literal("claim"), protocol: recordId, ids: v.array(v.string()) }),
]);
export type StakingIntent = v.InferOutput<typeof StakingIntent>;

/** Everything that can become an operation: the one way to a signature. */
export const Intent = v.variant("kind", [
  ...StakingIntent.options,
  v.object({
    kind: v.literal("send"),
    assetId: v.string(),
    to: address,
    amount: baseUnits,
    max: v.boolean(),
  }),
  /** Reduce or end an allowance: sets it to `amount`. */
  v.object({ kind: v.literal("approve"), token: address, spender: address, amount: baseUnits }),
  /** A site's transaction; an approval in it may be lowered by the user before it is signed. */
  v.object({
    kind: v.literal("site-transaction"),
    origin: v.string(),
    requestId: recordId,
    to: v.optional(address),
    data: hexData,
    value: baseUnits,
    gas: v.optional(baseUnits),
  }),
]);
export type Intent = v.InferOutput<typeof Intent>;
