import type { Address } from "../../core/account/account.ts";
import type { ForeignToken, Grant, Operator, Recipient } from "../../core/approval/facts.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { AllowanceChange } from "../../core/operation/operation.ts";
import { type AddressBook, isAmong } from "./known-addresses.ts";
import { isPlainAccount } from "./spender-facts.ts";

type Tokens = ReadonlyMap<string, Asset & { address: Address }>;

/** What the rules want to know of an allowance that grows; `until` as the data has it, which may be no date. */
export function grantOf(
  change: AllowanceChange,
  tokens: Tokens,
  extra: { until?: bigint | undefined; isFamiliar: boolean },
): Grant {
  const id = change.token.toLowerCase();
  const { symbol, decimals, token: address, spenderKind } = change;
  return {
    token: tokens.get(id) ?? { id, symbol, name: symbol, decimals, address },
    spender: change.spender,
    amount: change.after,
    balance: change.balance,
    spenderIsPlainAccount: spenderKind && spenderKind !== "own" ? spenderKind === "plain" : undefined,
    ...(spenderKind === undefined ? {} : { spenderKind }),
    ...(change.form === undefined ? {} : { form: change.form }),
    spenderIsNew: change.spenderIsNew,
    spenderIsFamiliar: extra.isFamiliar,
    until: extra.until ?? (change.until === undefined ? undefined : BigInt(change.until)),
  };
}

/** An operator by what is known of it. */
export function operatorOf({ token, spender, spenderKind }: AllowanceChange): Operator {
  return { address: spender, isPlainAccount: spenderKind && spenderKind === "plain", token };
}

/** Those of the tokens that the wallet does not vouch for. */
export function foreignAmong(
  met: readonly { address: Address; symbol: string }[],
  tokens: Tokens,
  verified: ReadonlySet<string>,
  native: Asset,
): ForeignToken[] {
  const plain = (symbol: string) => symbol.normalize("NFKC").toUpperCase();
  const names = new Set(
    [native.symbol, ...[...verified].map((id) => tokens.get(id)?.symbol ?? "")].map(plain),
  );
  const found = new Map<string, ForeignToken>();
  for (const { address, symbol } of met) {
    const id = address.toLowerCase();
    if (!verified.has(id)) found.set(id, { address, symbol, isNamesake: names.has(plain(symbol)) });
  }
  return [...found.values()];
}

/** Somebody who receives something. */
export async function recipientOf(
  access: ChainAccess,
  address: Address,
  book: AddressBook,
  verified: ReadonlySet<string>,
): Promise<Recipient> {
  const plain = await isPlainAccount(access, address);
  return {
    address,
    hasCode: plain === undefined ? undefined : !plain,
    isOwn: isAmong(address, book.own),
    isKnown: isAmong(address, [...book.contacts, ...book.paid]),
    isTokenContract: verified.has(address.toLowerCase()),
  };
}
