import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { decodeAmount, encodeBalanceOf } from "../../core/asset/erc20.ts";
import { plainSymbol } from "../../core/asset/token-facts.ts";
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
}

/** Selectors of symbol() and decimals() (EIP-20). */
const SYMBOL = "0x95d89b41";
const DECIMALS = "0x313ce567";

function decodeText(answer: Hex | undefined): string {
  if (answer === undefined) return "?";
  try {
    return String(AbiCoder.defaultAbiCoder().decode(["string"], answer)[0]);
  } catch {
    return "?";
  }
}

/** Contracts that the wallet does not know, by what they say of themselves. Rejects with chain/* errors. */
export async function tokensMet(access: ChainAccess, addresses: readonly Address[]): Promise<MetToken[]> {
  if (addresses.length === 0) return [];
  const reads = addresses.flatMap((token) => [
    { key: `symbol:${token}`, to: token, data: SYMBOL as Hex },
    { key: `decimals:${token}`, to: token, data: DECIMALS as Hex },
  ]);
  const answers: ReadAnswers = (await access.readMany({ reads, native: [] }))?.answers ?? new Map();
  return addresses.map((address) => {
    const symbol = plainSymbol(decodeText(answers.get(`symbol:${address}`)));
    const told = decodeAmount(answers.get(`decimals:${address}`));
    const isCollection = told === undefined || told > 77n;
    const decimals = isCollection ? 0 : Number(told);
    return { token: { id: address.toLowerCase(), symbol, name: symbol, decimals, address }, isCollection };
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
