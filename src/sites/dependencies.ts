import type { AccountList, Address } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { Receipt } from "../core/chain/access.ts";
import type { Chain } from "../core/chain/chain.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { OperationAsk, ProposedChain } from "../core/site/site.ts";
import type { Remark } from "../core/staking/plan.ts";

/** The part of operations that sites use. */
export interface SiteOperations {
  /** Plans and stores an operation for what a site asks. Called again for the same requestId gives the same one. */
  planForSite(input: {
    origin: string;
    requestId: string;
    chainId: number;
    account: Address;
    ask: OperationAsk;
  }): Promise<Operation>;
  get(id: string): Promise<Operation | undefined>;
  /** The operation of an EIP-5792 bundle of this site, while its record is kept. */
  bundle(origin: string, bundleId: string): Promise<Operation | undefined>;
  /** Receipts of the operation's confirmed steps, in order; a step that is not confirmed gives undefined. */
  receipts(operation: Operation): Promise<(Receipt | undefined)[]>;
  /** Ends a planned operation; one that is approved or further stays as it is. */
  reject(id: string): Promise<void>;
}

/** What is known of a domain, and of the page around it, from lists alone; no network. */
export type SiteVerdicts = (origin: string, framedBy?: string) => Promise<readonly Remark[]>;

/** A document to call back: where a channel's port was before the worker ended. */
export interface WakeTarget {
  tabId: number;
  frameId: number;
  documentId?: string | undefined;
}

/** What the parts around give to sites. */
export interface SiteDependencies {
  local: KeyValueStore;
  session: KeyValueStore;
  clock: Clock;
  audit: AuditWriter;
  accounts(): Promise<AccountList>;
  lock: { isUnlocked(): boolean | Promise<boolean> };
  operations: SiteOperations;
  /** A read on the user's endpoint; method allow-listed and params checked here. */
  passThrough(chainId: number, method: string, params: readonly unknown[]): Promise<unknown>;
  /** The user's settings: session days, validity of messages, what is enabled. */
  settings(): Promise<Settings>;
  /** The wallet's networks, its own and those added. */
  networks(): Promise<readonly Chain[]>;
  /**
   * Tries a proposed network's endpoints (chain id of the node, Multicall3, block time) and says what is to be said of it.
   * Rejects: site/chain-clash, site/chain-endpoint, chain/*.
   */
  checkChain(chain: ProposedChain): Promise<readonly Remark[]>;
  /** Adds a checked network with its endpoints, proposed by `origin`. */
  addChain(chain: ProposedChain, origin: string): Promise<void>;
  /** A token by its contract; undefined when it is none. Notes whose symbol it bears. */
  lookUpToken(
    chainId: number,
    token: Address,
  ): Promise<{ asset: Asset; remarks: readonly Remark[] } | undefined>;
  watchAsset(chainId: number, asset: Asset, origin: string): Promise<void>;
  /** What is to be said of an origin: blocked, look-alike. */
  verdicts: SiteVerdicts;
  /** Opens the operation's screen in a tab (wallet_showCallsStatus). */
  showOperation(id: string): Promise<void>;
  /** Shows the one confirm window, or brings it to the front. */
  openConfirm(requestId: string): Promise<void>;
  closeConfirm(): Promise<void>;
  /** Calls a document's relay (tabs.sendMessage with platform/page-port's wakeMessage): whether it is still there. */
  wake(target: WakeTarget): Promise<boolean>;
  /** Asks for `sweep()` to be called at about this time, even if the worker ends before. */
  scheduleSweep(atSeconds: number): Promise<void>;
  /** The extension's version, for web3_clientVersion. */
  version: string;
}
