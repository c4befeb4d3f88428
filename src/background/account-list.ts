import * as v from "valibot";
import { AccountList } from "../core/account/account.ts";
import { isWeirError, WeirError } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import { localStore } from "../platform/storage.ts";

const none: AccountList = { accounts: [], selectedId: null, phrases: [], devices: [] };

/** The public account list; empty before a wallet exists. Rejects with storage/damaged. */
export async function readAccounts(): Promise<AccountList> {
  const stored = await localStore.get(localKeys.accounts);
  if (stored === undefined) return none;
  const parsed = v.safeParse(AccountList, stored);
  if (!parsed.success) throw new WeirError("storage/damaged", { key: localKeys.accounts });
  return parsed.output;
}

/** As readAccounts; empty while the list is damaged, which unlocking mends. */
export const accountList = (): Promise<AccountList> =>
  readAccounts().catch((error: unknown) => {
    if (isWeirError(error, "storage/damaged")) return none;
    throw error;
  });
