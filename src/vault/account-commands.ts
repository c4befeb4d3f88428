import * as v from "valibot";
import { AccountList } from "../core/account/account.ts";
import { parseAddress } from "../core/account/address.ts";
import { parseLabel } from "../core/account/label.ts";
import { WeirError } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { addDerived, addSecret, addWatched, withChanged, withoutAccounts } from "./account-book.ts";
import { accountById, newId, phraseSecret, readSecret } from "./secret-keys.ts";
import type { VaultState } from "./state.ts";

export type AccountCommands = Pick<
  CommandHandlers,
  | "accounts.derive"
  | "accounts.import"
  | "accounts.watch"
  | "accounts.rename"
  | "accounts.setHidden"
  | "accounts.select"
  | "accounts.remove"
>;

/** Changes to the accounts: in the vault first, then in the public list. */
export function accountCommands(state: VaultState): AccountCommands {
  const { random, clock, audit, local } = state.parts;
  const made = (label: string | undefined) => ({ id: newId(random), label, nowSeconds: clock.nowSeconds() });

  async function audited<T extends { account: { address: string; kind: string } }>(
    adding: Promise<T>,
  ): Promise<T> {
    const added = await adding;
    await audit("account.added", { address: added.account.address, kind: added.account.kind });
    return added;
  }

  return {
    "accounts.derive": ({ secretId, label }) =>
      audited(
        state.change(async (contents) => {
          const id = secretId ?? contents.secrets.find((secret) => secret.kind === "phrase")?.id ?? "";
          const added = await addDerived(contents, phraseSecret(contents, id), made(label));
          return { contents: added.contents, result: added };
        }),
      ).then(({ account }) => account),

    "accounts.import": async ({ secret: input, label }) => {
      // Refused while locked before a key file costs a second of work.
      await state.read();
      const parts = {
        random,
        nowSeconds: clock.nowSeconds(),
        label: label === undefined ? "" : parseLabel(label),
      };
      const secret = await readSecret(input, parts);
      const { account } = await audited(
        state.change(async (contents) => {
          const added = await addSecret(contents, secret, made(label));
          return { contents: added.contents, result: added };
        }),
      );
      return account;
    },

    "accounts.watch": async ({ address, label }) => {
      const parsed = parseAddress(address);
      const { account } = await audited(
        state.change(async (contents) => {
          const added = addWatched(contents, parsed, made(label));
          return { contents: added.contents, result: added };
        }),
      );
      return account;
    },

    "accounts.rename": async ({ id, label }) => {
      const name = parseLabel(label);
      const address = await state.change(async (contents) => ({
        result: accountById(contents, id).address,
        contents: withChanged(contents, id, { label: name }),
      }));
      await audit("account.renamed", { address });
      return {};
    },

    "accounts.setHidden": async ({ id, hidden }) => {
      const address = await state.change(async (contents) => {
        const account = accountById(contents, id);
        const others = contents.accounts.some((one) => one.id !== id && !one.hidden);
        if (hidden && !others) throw new WeirError("account/last-visible", {});
        return { result: account.address, contents: withChanged(contents, id, { hidden }) };
      });
      await audit(hidden ? "account.hidden" : "account.shown", { address });
      return {};
    },

    "accounts.remove": async ({ id }) => {
      const account = await state.change(async (contents) => {
        const account = accountById(contents, id);
        // What a phrase derives would come back with the next one derived, and a key that is thrown away is lost.
        if (account.secretId !== undefined) throw new WeirError("account/has-key", {});
        return { result: account, contents: withoutAccounts(contents, new Set([id])) };
      });
      await audit("account.removed", { address: account.address, kind: account.kind });
      return {};
    },

    /** A view's choice, not the vault's: kept in the public list alone, so it costs no sealing and works locked. */
    "accounts.select": ({ id }) =>
      state.serial(async () => {
        const parsed = v.safeParse(AccountList, await local.get(localKeys.accounts));
        const known =
          parsed.success && parsed.output.accounts.some((account) => account.id === id && !account.hidden);
        if (!known) throw new WeirError("account/unknown", {});
        await local.set(localKeys.accounts, { ...parsed.output, selectedId: id });
        return {};
      }),
  };
}
