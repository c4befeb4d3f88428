import * as v from "valibot";
import { address, baseUnits, chainId, errorReport, hexData, recordId, unixSeconds } from "../wire/schemas.ts";

/** A site's grant, stored under `site:<origin>`. */
export const SiteGrant = v.object({
  origin: v.string(),
  accounts: v.array(address),
  chainId,
  grantedAt: unixSeconds,
  lastUsedAt: unixSeconds,
});
export type SiteGrant = v.InferOutput<typeof SiteGrant>;

/** What a site asks for. */
export const SiteAsk = v.variant("kind", [
  v.object({ kind: v.literal("connect") }),
  v.object({
    kind: v.literal("transaction"),
    from: address,
    to: v.optional(address),
    data: hexData,
    value: baseUnits,
    gas: v.optional(baseUnits),
  }),
]);
export type SiteAsk = v.InferOutput<typeof SiteAsk>;

/**
 * A pending request, stored under `request:<id>` in storage.session before any window opens.
 * waiting → approved → answered (back to waiting when nothing could be signed), or rejected / expired / gone (tab closed or navigated).
 */
export const SiteRequest = v.object({
  id: recordId,
  origin: v.string(),
  /** Origin of the top page when the asking frame is inside another site's page. */
  framedBy: v.optional(v.string()),
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.optional(v.string()),
  ask: SiteAsk,
  /** The RPC method that asked, which shapes the answer. */
  method: v.optional(v.string()),
  state: v.picklist(["waiting", "approved", "answered", "rejected", "expired", "gone"]),
  /** The operation a transaction request became. */
  operationId: v.optional(recordId),
  createdAt: unixSeconds,
  expiresAt: unixSeconds,
  result: v.optional(v.unknown()),
  error: v.optional(errorReport),
});
export type SiteRequest = v.InferOutput<typeof SiteRequest>;
