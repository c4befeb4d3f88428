import * as v from "valibot";
import { Asset } from "../asset/asset.ts";
import { address, baseUnits, chainId, errorReport, recordId, unixSeconds } from "../wire/schemas.ts";

/** What an allowance is on the chain, whatever way it was given. operator: setApprovalForAll over all items of a collection. */
export const standingForms = ["erc20", "permit2", "operator"] as const;
export type StandingForm = (typeof standingForms)[number];

/**
 * The end that a grant was given, stored under `lease:<key>`, see leaseKey. The wallet offers to end it then; where the chain
 * ends it by itself (Permit2's expiration), `onChain` says so.
 */
export const Lease = v.object({
  chainId,
  account: address,
  form: v.picklist(standingForms),
  token: Asset,
  spender: address,
  /** What was granted, base units; for an operator 2^256-1. */
  amount: baseUnits,
  grantedAt: unixSeconds,
  until: unixSeconds,
  onChain: v.boolean(),
  /** A permit's deadline: until then its signature may still be used, so that the grant may yet come. */
  usableUntil: v.optional(unixSeconds),
  /** "wallet", the site’s origin, or "chain" when it was given elsewhere. */
  origin: v.string(),
  operationId: v.optional(recordId),
});
export type Lease = v.InferOutput<typeof Lease>;

/** One allowance as it stands on the chain. */
export const Allowance = v.object({
  account: address,
  form: v.picklist(standingForms),
  token: Asset,
  spender: address,
  /** Base units; for an operator 2^256-1. */
  amount: baseUnits,
  /** The account's balance of the token, base units (items for a collection). */
  balance: v.optional(baseUnits),
  /** What the spender could take now, in wei of the native asset; absent = the token has no known worth. */
  exposureWei: v.optional(baseUnits),
  /** Permit2: when it ends by itself. */
  expiresAt: v.optional(unixSeconds),
  /** Permit2: the nonce of the next signature for this pair. */
  nonce: v.optional(baseUnits),
  /** Block and time at which it was last set. */
  setAtBlock: v.number(),
  setAt: v.optional(unixSeconds),
  /** When the spender last took something of it. */
  usedAt: v.optional(unixSeconds),
  spenderKind: v.optional(v.picklist(["protocol", "contract", "plain", "own"])),
  spenderName: v.optional(v.string()),
  /** none: ended or harmless. low: known protocol, bounded. medium: unlimited or beyond the balance. high: plain account or unknown and unlimited. */
  risk: v.picklist(["none", "low", "medium", "high"]),
});
export type Allowance = v.InferOutput<typeof Allowance>;

/** Every allowance of the accounts on one network, stored under `allowances:<chainId>`; replaced whole at each step of a scan. */
export const AllowanceList = v.object({
  chainId,
  /** Blocks whose logs were read: from 0 to `scannedTo`; `head` is where the scan is going. */
  scannedTo: v.number(),
  head: v.number(),
  scanning: v.boolean(),
  /** The block and time that the amounts are of. */
  block: v.optional(v.number()),
  readAt: v.optional(unixSeconds),
  allowances: v.array(Allowance),
  /** Accounts that the scan covers, lower case; a new account starts it anew. */
  accounts: v.array(v.string()),
  failure: v.optional(errorReport),
});
export type AllowanceList = v.InferOutput<typeof AllowanceList>;

/** The key of a lease: who gave what to whom. */
export function leaseKey(lease: Pick<Lease, "chainId" | "account" | "form" | "token" | "spender">): string {
  const token = lease.token.address ?? lease.token.id;
  return `${lease.chainId}:${lease.account}:${lease.form}:${token}:${lease.spender}`.toLowerCase();
}
