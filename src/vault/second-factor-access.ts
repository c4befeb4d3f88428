import type { Account } from "../core/account/account.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Contents } from "./contents.ts";
import { accountById } from "./secret-keys.ts";
import type { VaultState } from "./state.ts";

/** What the second factor needs of the vault: everything as it is sealed, nothing from the plain list. */
export interface SecondFactorAccess {
  /**
   * The Ledger account that confirms what others do; undefined = there is none. Rejects vault/locked, and device/unknown
   * when the sealed id names no Ledger account: then nothing can be confirmed.
   */
  current(): Promise<Account | undefined>;
  /** Every account as it is sealed. Rejects vault/locked. */
  accounts(): Promise<readonly Account[]>;
  /** Under the delay of wrong passwords. Rejects: vault/locked, vault/wait, vault/wrong-password. */
  checkPassword(password: string): Promise<void>;
  /**
   * Makes `to` the second factor (null: none) if `from` still is the present one (undefined: none). Rejects:
   * vault/locked, operation/changed-since-preview, account/unknown.
   */
  set(from: string | undefined, to: string | null): Promise<void>;
}

function currentIn(contents: Contents): Account | undefined {
  if (contents.secondFactorId === undefined) return undefined;
  const account = contents.accounts.find(({ id }) => id === contents.secondFactorId);
  if (account?.kind !== "ledger") throw new WeirError("device/unknown", {});
  return account;
}

export function secondFactorAccess(state: VaultState): SecondFactorAccess {
  return {
    current: async () => currentIn(await state.read()),
    accounts: async () => (await state.read()).accounts,
    checkPassword: (password) =>
      state.serial(async () => {
        await state.read();
        (await state.openByPassword(password)).dataKey.fill(0);
      }),
    async set(from, to) {
      const address = await state.change(async (contents) => {
        const { secondFactorId, ...rest } = contents;
        // Another page was faster: what was confirmed on a device was about another state.
        if (secondFactorId !== from) throw new WeirError("operation/changed-since-preview", {});
        if (to === null) return { contents: rest, result: "" };
        const account = accountById(contents, to);
        if (account.kind !== "ledger") throw new WeirError("account/unknown", {});
        return { contents: { ...rest, secondFactorId: to }, result: account.address };
      });
      await state.parts.audit("second-factor.set", { address });
    },
  };
}
