import type { Address } from "../../core/account/account.ts";
import type { ForeignToken, Grant, GrantFacts, Operator, Recipient } from "../../core/approval/facts.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { AllowanceChange, Operation } from "../../core/operation/operation.ts";
import { skeleton } from "../../core/phishing/skeleton.ts";
import { type AddressBook, isAmong } from "./known-addresses.ts";
import { isFamiliar, isPlainAccount } from "./spender-facts.ts";

type Tokens = ReadonlyMap<string, Asset & { address: Address }>;

/** What the rules want to know of an allowance that grows; `until` as the data has it, which may be no date. */
function grantOf(
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
function operatorOf({ token, spender, spenderKind }: AllowanceChange): Operator {
  return { address: spender, isPlainAccount: spenderKind && spenderKind === "plain", token };
}

/** Those of the tokens that the wallet does not vouch for. */
function foreignAmong(
  met: readonly { address: Address; symbol: string }[],
  tokens: Tokens,
  verified: ReadonlySet<string>,
  native: Asset,
  hiding: ReadonlySet<string>,
): ForeignToken[] {
  // As it reads: letters of other scripts that look the same are the same (TR39).
  const plain = (symbol: string) => skeleton(symbol.normalize("NFKC").toLowerCase());
  const names = new Set(
    [native.symbol, ...[...verified].map((id) => tokens.get(id)?.symbol ?? "")].map(plain),
  );
  const found = new Map<string, ForeignToken>();
  for (const { address, symbol } of met) {
    const id = address.toLowerCase();
    if (verified.has(id)) continue;
    const isNamesake = names.has(plain(symbol));
    found.set(id, { address, symbol, isNamesake, ...(hiding.has(id) && { symbolHides: true }) });
  }
  return [...found.values()];
}

/**
 * What the rules want to know of the rights that grow. `untils`: ends as the data has them, by the changes' places; `moved`:
 * other tokens that are met; `hiding`: ids of those whose symbols hold what cannot be seen.
 */
export function rightsIn(
  changes: readonly AllowanceChange[],
  input: {
    tokens: Tokens;
    verified: ReadonlySet<string>;
    native: Asset;
    earlier: readonly Operation[];
    untils?: readonly (bigint | undefined)[];
    moved?: readonly Asset[];
    hiding?: ReadonlySet<string>;
  },
): Pick<GrantFacts, "grants" | "operators" | "foreignTokens"> {
  const { tokens, verified, native, earlier, untils = [], moved = [], hiding = new Set() } = input;
  const grants: Grant[] = [];
  const operators: Operator[] = [];
  for (const [place, change] of changes.entries()) {
    if (change.after === 0n || (change.after <= change.before && untils.length === 0)) continue;
    if (change.form === "operator") operators.push(operatorOf(change));
    else {
      const isKnown = isFamiliar(change.spender, earlier);
      grants.push(grantOf(change, tokens, { until: untils[place], isFamiliar: isKnown }));
    }
  }
  const met = [
    ...moved.flatMap(({ address, symbol }) => (address ? [{ address, symbol }] : [])),
    ...changes.map(({ token: address, symbol }) => ({ address, symbol })),
  ];
  return { grants, operators, foreignTokens: foreignAmong(met, tokens, verified, native, hiding) };
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
