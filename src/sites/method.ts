import * as v from "valibot";
import type { Address } from "../core/account/account.ts";
import { WeirError } from "../core/errors/index.ts";
import type { SiteAsk, SiteGrant } from "../core/site/site.ts";

/** What a method knows about who asks, all read at this moment. */
export interface SiteCall {
  origin: string;
  grant: SiteGrant | undefined;
  /** Granted accounts that exist and are shown. */
  permitted: readonly Address[];
  unlocked: boolean;
  chainId: number;
  version: string;
  /** A read on the site's network. */
  read(method: string, params: readonly unknown[]): Promise<unknown>;
  switchChain(chainId: number): Promise<void>;
  /** Ends the site's grant. */
  revoke(): Promise<void>;
}

/** An answer at once, or something a person must decide. */
export type Outcome = { result: unknown } | { ask: SiteAsk };

export interface SiteMethod {
  name: string;
  /** Counts against the site's rate of reads. */
  limited: boolean;
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
  "from to data input value gas gasLimit chainId address topics fromBlock toBlock blockHash blockNumber eth_accounts".split(
    " ",
  ),
);

/** A method with its params' schema: the handler sees checked values alone. Rejects site/params-invalid. */
export function siteMethod<S extends Schema>(
  name: string,
  params: S,
  handle: (call: SiteCall, params: v.InferOutput<S>) => Outcome | Promise<Outcome>,
  options: { limited?: boolean } = {},
): SiteMethod {
  return {
    name,
    limited: options.limited ?? false,
    async answer(call, given) {
      const parsed = v.safeParse(params, given);
      if (!parsed.success) throw new WeirError("site/params-invalid", { detail: place(parsed.issues[0]) });
      return handle(call, parsed.output);
    },
  };
}

/** For methods that take nothing: whatever comes is not looked at. */
export const ignoredParams = v.unknown();

/** Refuses sites without a grant whose accounts still exist. */
export function requireConnected(call: SiteCall): void {
  if (call.permitted.length === 0) throw new WeirError("site/not-connected", {});
}

/** A chain id as EIP-1474 writes quantities. */
export const chainIdHex = (chainId: number): string => `0x${chainId.toString(16)}`;
