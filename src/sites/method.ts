import * as v from "valibot";
import type { Address } from "../core/account/account.ts";
import { sameAddress } from "../core/account/address.ts";
import { WeirError } from "../core/errors/index.ts";
import type { SiteAsk, SiteGrant } from "../core/site/site.ts";
import type { Remark } from "../core/staking/plan.ts";
import type { Reply } from "../messages/page/reply.ts";
import type { SiteDependencies } from "./dependencies.ts";
import type { Subscriptions } from "./subscriptions.ts";

/** What methods may use of the parts around. */
export type SiteWallet = Pick<
  SiteDependencies,
  "clock" | "operations" | "settings" | "networks" | "checkChain" | "lookUpToken" | "showOperation"
>;

/** What a method knows about who asks, all read at this moment. */
export interface SiteCall {
  origin: string;
  /** The asking document's channel, and the request's number in it. */
  channel: string;
  number: number;
  grant: SiteGrant | undefined;
  /** Granted accounts that exist and are shown. */
  permitted: readonly Address[];
  unlocked: boolean;
  chainId: number;
  version: string;
  wallet: SiteWallet;
  /** A read on the site's network. */
  read(method: string, params: readonly unknown[]): Promise<unknown>;
  /** What the asking document subscribed to, and its filters. */
  subscriptions: Subscriptions;
  /** Something to the asking document; false when it is not connected just now. */
  post(reply: Reply): boolean;
  /** Puts the site on a network that it may be on, and tells its pages. */
  switchChain(chainId: number): Promise<void>;
  /** Ends the site's grant. */
  revoke(): Promise<void>;
}

/** An answer at once, or something a person must decide, with what there is to say of it. */
export type Outcome = { result: unknown } | { ask: SiteAsk; remarks?: readonly Remark[] };

export interface SiteMethod {
  name: string;
  /** Counts against the site's rate of reads; "rarely": against that of what costs more than a read. */
  limited: boolean | "rarely";
  /** What it asks of the person after a look that costs something: one such look at a time for each site. */
  asks?: SiteAsk["kind"];
  answer(call: SiteCall, params: unknown): Promise<Outcome>;
}

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** Where it was wrong, by our own names and positions; never what was there. */
function place(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const named = keys.filter(
    (key) => typeof key === "number" || (typeof key === "string" && ownNames.has(key)),
  );
  return named.length === 0 ? "wrong shape" : `at ${named.join(".")}`;
}
const ownNames = new Set(
  (
    "from to data input value gas gasLimit chainId address topics fromBlock toBlock blockHash blockNumber eth_accounts " +
    "token spender amount until purpose version id calls atomicRequired capabilities options symbol decimals type " +
    "chainName nativeCurrency rpcUrls blockExplorerUrls name"
  ).split(" "),
);

/** A method with its params' schema: the handler sees checked values alone. Rejects site/params-invalid. */
export function siteMethod<S extends Schema>(
  name: string,
  params: S,
  handle: (call: SiteCall, params: v.InferOutput<S>) => Outcome | Promise<Outcome>,
  options: Partial<Pick<SiteMethod, "limited" | "asks">> = {},
): SiteMethod {
  return {
    name,
    limited: false,
    ...options,
    async answer(call, given) {
      const parsed = v.safeParse(params, given);
      if (!parsed.success) throw new WeirError("site/params-invalid", { detail: place(parsed.issues[0]) });
      return handle(call, parsed.output);
    },
  };
}

/** A method that is known and refused, with the reason for the site's developer (4200). */
export function refusedMethod(name: string, reason: string): SiteMethod {
  return siteMethod(name, ignoredParams, () => {
    throw new WeirError("site/method-refused", { method: name, reason });
  });
}

/** For methods that take nothing: whatever comes is not looked at. */
export const ignoredParams = v.unknown();

/** Refuses sites without a grant whose accounts still exist. */
export function requireConnected(call: SiteCall): void {
  if (call.permitted.length === 0) throw new WeirError("site/not-connected", {});
}

/** The account as the wallet writes it. Rejects site/not-connected when the site may not use it. */
export function requirePermitted(call: SiteCall, wanted: Address): Address {
  const account = call.permitted.find((address) => sameAddress(address, wanted));
  if (account === undefined) throw new WeirError("site/not-connected", {});
  return account;
}

/** The site's network. Rejects site/chain-mismatch when the request names another. */
export function requireChain(call: SiteCall, requested: number): void {
  if (requested !== call.chainId) {
    throw new WeirError("site/chain-mismatch", { requested, active: call.chainId });
  }
}

/** A chain id as EIP-1474 writes quantities. */
export const chainIdHex = (chainId: number): string => `0x${chainId.toString(16)}`;
