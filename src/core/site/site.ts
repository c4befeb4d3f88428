import * as v from "valibot";
import { Remark } from "../staking/plan.ts";
import {
  address,
  baseUnits,
  chainId,
  errorReport,
  hexData,
  recordId,
  shortText,
  unixSeconds,
} from "../wire/schemas.ts";

/** A site's grant, stored under `site:<origin>`. It ends at `expiresAt`, or after `idleSeconds` without use. */
export const SiteGrant = v.object({
  origin: v.string(),
  accounts: v.array(address),
  /** The network that the site is on now. */
  chainId,
  /** Networks it may switch to without asking. */
  chainIds: v.optional(v.array(chainId), [1]),
  grantedAt: unixSeconds,
  lastUsedAt: unixSeconds,
  expiresAt: v.optional(unixSeconds),
  idleSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(60))),
});
export type SiteGrant = v.InferOutput<typeof SiteGrant>;

/** One call of a batch or a transaction. No `to`: a deployment. `value` in wei. */
export const SiteCallData = v.object({ to: v.optional(address), data: hexData, value: baseUnits });
export type SiteCallData = v.InferOutput<typeof SiteCallData>;

/** A network that a site proposes (EIP-3085), already checked for form. */
export const ProposedChain = v.object({
  chainId,
  name: shortText,
  native: v.object({ name: shortText, symbol: v.pipe(v.string(), v.maxLength(16)), decimals: v.literal(18) }),
  rpcUrls: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(10)),
  explorerUrls: v.array(v.string()),
});
export type ProposedChain = v.InferOutput<typeof ProposedChain>;

/** What a site asks for. Every kind is shown to the person, who decides. */
export const SiteAsk = v.variant("kind", [
  v.object({ kind: v.literal("connect") }),
  v.object({
    kind: v.literal("transaction"),
    from: address,
    to: v.optional(address),
    data: hexData,
    value: baseUnits,
    gas: v.optional(baseUnits),
    /** eth_signTransaction: signed and handed out, not sent. */
    signOnly: v.optional(v.literal(true)),
  }),
  /** EIP-5792 wallet_sendCalls. `bundleId` is the site's own or one made here. */
  v.object({
    kind: v.literal("calls"),
    from: address,
    bundleId: v.string(),
    calls: v.pipe(v.array(SiteCallData), v.minLength(1)),
  }),
  /** personal_sign (EIP-191 version 0x45) of these bytes. */
  v.object({ kind: v.literal("message"), from: address, bytes: hexData }),
  /** eth_signTypedData_v4. `json`: JSON text of {types, primaryType, domain, message}, checked for form. */
  v.object({ kind: v.literal("typed-data"), from: address, json: v.string() }),
  /** weir_requestLstApproval. */
  v.object({
    kind: v.literal("lst-approval"),
    from: address,
    token: address,
    spender: address,
    amount: baseUnits,
    until: unixSeconds,
    purpose: v.pipe(v.string(), v.maxLength(200)),
  }),
  v.object({ kind: v.literal("add-chain"), chain: ProposedChain }),
  v.object({ kind: v.literal("switch-chain"), chainId }),
  /** EIP-747. `symbol` and `decimals` as the token's contract says, `claimed` as the site said. */
  v.object({
    kind: v.literal("watch-asset"),
    token: address,
    symbol: v.string(),
    decimals: v.number(),
    claimed: v.object({ symbol: v.optional(v.string()), decimals: v.optional(v.number()) }),
  }),
]);
export type SiteAsk = v.InferOutput<typeof SiteAsk>;

/** Kinds that become an operation; the rest are decided with sites.approve and sites.approveConnect. */
export const operationAsks = ["transaction", "calls", "message", "typed-data", "lst-approval"] as const;
export type OperationAsk = Extract<SiteAsk, { kind: (typeof operationAsks)[number] }>;

/** Whether what is asked becomes an operation. */
export function isOperationAsk(ask: SiteAsk): ask is OperationAsk {
  return (operationAsks as readonly string[]).includes(ask.kind);
}

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
  /** The network that the site was on when it asked. */
  chainId: v.optional(chainId),
  /** The RPC method that asked, which shapes the answer. */
  method: v.optional(v.string()),
  state: v.picklist(["waiting", "approved", "answered", "rejected", "expired", "gone"]),
  /** The operation a request for a signature became. */
  operationId: v.optional(recordId),
  /** What is to be said of the site, or of what it asks where that becomes no operation. */
  remarks: v.optional(v.array(Remark), []),
  createdAt: unixSeconds,
  expiresAt: unixSeconds,
  result: v.optional(v.unknown()),
  error: v.optional(errorReport),
});
export type SiteRequest = v.InferOutput<typeof SiteRequest>;

/** Messages that were refused on a site's channels, stored under `site-health:<origin>`. */
export const SiteHealth = v.object({
  origin: v.string(),
  refused: v.object({ duplicate: v.number(), "out-of-order": v.number(), late: v.number() }),
  since: unixSeconds,
  lastAt: unixSeconds,
  /** What counts towards a suspension (core/replay/suspicion.ts). */
  recent: v.optional(v.object({ since: unixSeconds, points: v.number() })),
  /** Set when there were too many: the site is not served until the person lifts it. */
  suspendedAt: v.optional(unixSeconds),
});
export type SiteHealth = v.InferOutput<typeof SiteHealth>;

/** Sign-ins (EIP-4361) given to a site, newest last, stored under `sign-in:<origin>`. A nonce in here is not signed again. */
export const SignIns = v.object({
  origin: v.string(),
  entries: v.array(
    v.object({
      nonce: v.string(),
      address,
      chainId,
      at: unixSeconds,
      expiresAt: v.optional(unixSeconds),
      /** The request it was signed for, which alone may sign it again after an interruption. */
      requestId: v.optional(recordId),
    }),
  ),
});
export type SignIns = v.InferOutput<typeof SignIns>;
