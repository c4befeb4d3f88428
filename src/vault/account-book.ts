import type { Account, Address } from "../core/account/account.ts";
import { addressOfKey, sameAddress } from "../core/account/address.ts";
import { accountPath, pathIndex } from "../core/account/derivation.ts";
import { parseLabel } from "../core/account/label.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Contents, PhraseSecret, Secret } from "./contents.ts";
import { withKeyOf } from "./secret-keys.ts";

export interface NewAccount {
  id: string;
  label: string | undefined;
  nowSeconds: number;
}

type Kind = Account["kind"];

interface Origin {
  kind: Kind;
  address: Address;
  secretId?: string;
  path?: string;
  deviceId?: string;
}

/** What an account may become. A Ledger's never gets its key here: that would be a step down which nobody asked for. */
const raisedTo: Readonly<Record<Kind, readonly Kind[]>> = {
  watch: ["ledger", "imported", "derived"],
  imported: ["derived"],
  derived: [],
  ledger: [],
};

/**
 * `contents` with the account of `origin`. One address is one account: a watched one that gets its key, or an
 * imported one that a phrase turns out to hold, keeps its id and label and is raised to the new kind. Otherwise
 * rejects with account/exists.
 */
function withAccount(
  contents: Contents,
  origin: Origin,
  { id, label, nowSeconds }: NewAccount,
): { contents: Contents; account: Account } {
  const known = contents.accounts.find((account) => sameAddress(account.address, origin.address));
  if (known && !raisedTo[known.kind].includes(origin.kind)) {
    throw new WeirError("account/exists", { label: known.label });
  }
  if (known) {
    const account: Account = { ...known, ...origin, address: known.address, hidden: false };
    const accounts = contents.accounts.map((one) => (one.id === known.id ? account : one));
    // An imported key that the phrase derives is held once.
    const secrets = contents.secrets.filter((secret) => secret.id !== known.secretId);
    return { contents: { ...contents, accounts, secrets }, account };
  }
  const name = label === undefined ? `Account ${contents.accounts.length + 1}` : parseLabel(label);
  const account: Account = { id, label: name, hidden: false, createdAt: nowSeconds, ...origin };
  return { contents: { ...contents, accounts: [...contents.accounts, account] }, account };
}

/** The account at the next unused index of `secret`. Rejects: account/exists, account/label-invalid. */
export async function addDerived(contents: Contents, secret: PhraseSecret, made: NewAccount) {
  const used = contents.accounts
    .filter((account) => account.secretId === secret.id)
    .map((account) => (account.path === undefined ? -1 : (pathIndex(account.path) ?? -1)));
  for (let index = Math.max(-1, ...used) + 1; ; index++) {
    const path = accountPath(index);
    const address = await withKeyOf(secret, path, addressOfKey);
    // A Ledger with the same phrase has this one: the next is meant, but for a phrase that is only now brought here.
    if (used.length > 0 && isLedgers(contents, address)) continue;
    return withAccount(contents, { kind: "derived", address, secretId: secret.id, path }, made);
  }
}

const isLedgers = ({ accounts }: Contents, address: Address): boolean =>
  accounts.some((account) => account.kind === "ledger" && sameAddress(account.address, address));

/**
 * `contents` with a new secret and its first account. Rejects: account/exists (with the label under which the
 * secret is already here), account/label-invalid.
 */
export async function addSecret(contents: Contents, secret: Secret, made: NewAccount) {
  const same = contents.secrets.find(
    (one) =>
      one.kind === "phrase" &&
      secret.kind === "phrase" &&
      one.phrase === secret.phrase &&
      one.passphrase === secret.passphrase,
  );
  if (same) {
    const owner = contents.accounts.find((account) => account.secretId === same.id);
    throw new WeirError("account/exists", {
      label: owner?.label ?? (same.kind === "phrase" ? same.label : ""),
    });
  }
  const extended = { ...contents, secrets: [...contents.secrets, secret] };
  if (secret.kind === "phrase") return addDerived(extended, secret, made);
  const address = await withKeyOf(secret, undefined, addressOfKey);
  return withAccount(extended, { kind: "imported", address, secretId: secret.id }, made);
}

/** `contents` with a watched address. Rejects: account/exists, account/label-invalid. */
export function addWatched(contents: Contents, address: Address, made: NewAccount) {
  return withAccount(contents, { kind: "watch", address }, made);
}

/** `contents` with an account of a paired Ledger, a watched address raised to it. Rejects: account/exists, account/label-invalid. */
export function addLedger(
  contents: Contents,
  origin: { address: Address; deviceId: string; path: string },
  made: NewAccount,
) {
  return withAccount(contents, { kind: "ledger", ...origin }, made);
}

/**
 * `contents` without these accounts. Nobody may be left at all, as in a wallet that was made without a phrase; but where
 * some are left, one of them shows. Rejects: account/last-visible, device/second-factor-in-use.
 */
export function withoutAccounts(contents: Contents, ids: ReadonlySet<string>): Contents {
  if (contents.secondFactorId !== undefined && ids.has(contents.secondFactorId)) {
    throw new WeirError("device/second-factor-in-use", {});
  }
  const accounts = contents.accounts.filter(({ id }) => !ids.has(id));
  if (accounts.length > 0 && accounts.every(({ hidden }) => hidden)) {
    throw new WeirError("account/last-visible", {});
  }
  return { ...contents, accounts };
}

/** `contents` with one account changed. */
export function withChanged(contents: Contents, id: string, change: Partial<Account>): Contents {
  const accounts = contents.accounts.map((account) =>
    account.id === id ? { ...account, ...change } : account,
  );
  return { ...contents, accounts };
}
