import * as v from "valibot";
import { address, baseUnits, hexData, recordId, unixSeconds } from "../wire/schemas.ts";

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
    /** Signed and handed to the site, not sent (eth_signTransaction). */
    signOnly: v.optional(v.literal(true)),
  }),
  /** EIP-5792: a site's calls in order, one transaction each. */
  v.object({
    kind: v.literal("site-calls"),
    origin: v.string(),
    requestId: recordId,
    bundleId: v.string(),
    calls: v.array(v.object({ to: v.optional(address), data: hexData, value: baseUnits })),
  }),
  /** personal_sign of these bytes. */
  v.object({ kind: v.literal("site-message"), origin: v.string(), requestId: recordId, bytes: hexData }),
  /** eth_signTypedData_v4 of this JSON text. */
  v.object({ kind: v.literal("site-typed-data"), origin: v.string(), requestId: recordId, json: v.string() }),
  /** weir_requestLstApproval: the person may lower the amount and bring the end forward. */
  v.object({
    kind: v.literal("site-approval"),
    origin: v.string(),
    requestId: recordId,
    token: address,
    spender: address,
    amount: baseUnits,
    until: unixSeconds,
    purpose: v.string(),
  }),
  /** Ends allowances, several in one go; each item one transaction (Permit2's of one account in one). */
  v.object({
    kind: v.literal("revoke"),
    items: v.pipe(
      v.array(
        v.object({ form: v.picklist(["erc20", "permit2", "operator"]), token: address, spender: address }),
      ),
      v.minLength(1),
      v.maxLength(50),
    ),
  }),
]);
export type Intent = v.InferOutput<typeof Intent>;

/** What a site asked for; carries its origin and request. */
export type SiteIntent = Extract<Intent, { requestId: string }>;

/** Whether a site asked for it. */
export function isSiteIntent(intent: Intent): intent is SiteIntent {
  return "requestId" in intent;
}
