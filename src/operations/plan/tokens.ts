import type { Address } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { encodeBalanceOf } from "../../core/asset/erc20.ts";
import { symbolHides, symbolOf, tokenFactReads, tokenFromFacts } from "../../core/asset/token-facts.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Protocol, Read, ReadAnswers } from "../../core/staking/protocol.ts";

/** The tokens of these protocols, by id. */
export function knownTokens(protocols: readonly Protocol[]): Map<string, Asset & { address: Address }> {
  const tokens = new Map<string, Asset & { address: Address }>();
  for (const { definition } of protocols) {
    for (const { growth: _growth, ...asset } of definition.tokens) {
      tokens.set(asset.address.toLowerCase(), { ...asset, id: asset.address.toLowerCase() });
    }
  }
  return tokens;
}

/** The account's balance of a token as a read. */
export function balanceRead(token: Address, account: Address, key: string): Read {
  return { key, to: token, data: encodeBalanceOf(account) };
}

/** A contract met in what is asked: a token, or a collection, which has no decimals and counts items. */
export interface MetToken {
  token: Asset & { address: Address };
  isCollection: boolean;
  /** Its symbol holds characters that cannot be seen. */
  hides?: boolean;
}

/** Contracts that the wallet does not know, by what they say of themselves. Rejects with chain/* errors. */
export async function tokensMet(access: ChainAccess, addresses: readonly Address[]): Promise<MetToken[]> {
  if (addresses.length === 0) return [];
  const reading = await access.readMany({ reads: tokenFactReads(addresses), native: [] });
  const answers: ReadAnswers = reading?.answers ?? new Map();
  return addresses.map((address) => {
    const id = address.toLowerCase();
    const said = answers.get(`symbol:${id}`);
    const hides = symbolHides(said);
    const token = tokenFromFacts(address, answers);
    if (token) return { token, isCollection: false, hides };
    const symbol = symbolOf(said);
    return { token: { id, symbol, name: symbol, decimals: 0, address }, isCollection: true, hides };
  });
}

/** Tokens the wallet does not know, by the symbol and decimals they give themselves. Not a token: left out. */
export async function foreignTokens(
  access: ChainAccess,
  addresses: readonly Address[],
): Promise<(Asset & { address: Address })[]> {
  const met = await tokensMet(access, addresses);
  return met.flatMap(({ token, isCollection }) => (isCollection ? [] : [token]));
}
