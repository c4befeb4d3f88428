import { useMemo, useSyncExternalStore } from "react";
import { type Account, AccountList, type Contact, ContactList } from "../../core/account/account.ts";
import { Operation } from "../../core/operation/operation.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { SiteGrant } from "../../core/site/site.ts";
import { Snapshot } from "../../core/snapshot/snapshot.ts";
import { localKeys } from "../../core/store/keys.ts";
import { usePage } from "./page-context.ts";
import { type Stored, type StoredList, useStored, useStoredList } from "./stored.ts";

/** The public account list with the selected account and the phrases' backup state. */
export function useAccounts(): Stored<AccountList> {
  return useStored(usePage().local, localKeys.accounts, AccountList);
}

/** The account that pages show; the first visible one when the selected is gone; undefined without accounts. */
export function useSelectedAccount(): Account | undefined {
  const list = useAccounts().value;
  return (
    list?.accounts.find((account) => account.id === list.selectedId) ??
    list?.accounts.find((account) => !account.hidden)
  );
}

/** Preferences; read before the first paint. */
export function useSettings(): Settings {
  const { settings } = usePage();
  return useSyncExternalStore(settings.subscribe, settings.current);
}

/** What the portfolio last knew of a network. */
export function useSnapshot(chainId: number): Stored<Snapshot> {
  return useStored(usePage().local, localKeys.snapshot + chainId, Snapshot);
}

/** Operations, newest first, of one network and account where given. */
export function useOperations(chainId?: number, accountId?: string): StoredList<Operation> {
  const list = useStoredList(usePage().local, localKeys.operation, Operation);
  return useMemo(
    () => ({
      ...list,
      records: list.records
        .filter((each) => chainId === undefined || each.chainId === chainId)
        .filter((each) => accountId === undefined || each.accountId === accountId)
        .sort((a, b) => b.createdAt - a.createdAt),
    }),
    [list, chainId, accountId],
  );
}

/** One operation's record, as it advances. */
export function useOperation(id: string): Stored<Operation> {
  return useStored(usePage().local, localKeys.operation + id, Operation);
}

const noContacts: Contact[] = [];

/** The address book; empty while absent. `damaged` and `unreadable` are told by the state. */
export function useContacts(): { state: Stored<Contact[]>["state"]; contacts: Contact[] } {
  const stored = useStored(usePage().local, localKeys.contacts, ContactList);
  return { state: stored.state, contacts: stored.value ?? noContacts };
}

/** Connected sites, most recently used first. */
export function useSites(): StoredList<SiteGrant> {
  const list = useStoredList(usePage().local, localKeys.site, SiteGrant);
  return useMemo(
    () => ({ ...list, records: list.records.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt) }),
    [list],
  );
}
