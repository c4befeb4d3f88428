import type { AccountList, Address } from "../core/account/account.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { SiteAsk } from "../core/site/site.ts";

/** The part of operations that sites use. */
export interface SiteOperations {
  /** Plans and stores an operation for a site's transaction. Called again for the same requestId gives the same one. */
  planForSite(input: {
    origin: string;
    requestId: string;
    chainId: number;
    account: Address;
    transaction: Extract<SiteAsk, { kind: "transaction" }>;
  }): Promise<Operation>;
  get(id: string): Promise<Operation | undefined>;
  /** Ends a planned operation; one that is approved or further stays as it is. */
  reject(id: string): Promise<void>;
}

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
