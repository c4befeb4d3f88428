import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { decodeAmount, encodeAllowance, encodeBalanceOf } from "../../core/asset/erc20.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Protocol, Read } from "../../core/staking/protocol.ts";

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

/** What a spender may take of the account's tokens as a read. */
export function allowanceRead(token: Address, owner: Address, spender: Address, key: string): Read {
  return { key, to: token, data: encodeAllowance(owner, spender) };
}

/** Selectors of symbol() and decimals() (EIP-20). */
const SYMBOL = "0x95d89b41";
const DECIMALS = "0x313ce567";

function decodeText(answer: Hex | undefined): string | undefined {
  if (answer === undefined) return undefined;
  try {
    return String(AbiCoder.defaultAbiCoder().decode(["string"], answer)[0]);
  } catch {
    return undefined;
  }
}

/** A foreign token's symbol without what could deceive: control, direction and invisible characters, and length. */
function plainSymbol(symbol: string): string {
  return symbol.replace(/[^\p{L}\p{N}\p{Sc}.\-_+$]/gu, "").slice(0, 16) || "?";
}

/** Tokens the wallet does not know, by the symbol and decimals they give themselves. Not a token: left out. */
export async function foreignTokens(
  access: ChainAccess,
  addresses: readonly Address[],
): Promise<(Asset & { address: Address })[]> {
  if (addresses.length === 0) return [];
  const reads = addresses.flatMap((token) => [
    { key: `symbol:${token}`, to: token, data: SYMBOL as Hex },
    { key: `decimals:${token}`, to: token, data: DECIMALS as Hex },
  ]);
  const result = await access.readMany({ reads, native: [] });
  return addresses.flatMap((token) => {
    const decimals = decodeAmount(result?.answers.get(`decimals:${token}`));
    if (decimals === undefined || decimals > 77n) return [];
    const symbol = plainSymbol(decodeText(result?.answers.get(`symbol:${token}`)) ?? "?");
    return [{ id: token.toLowerCase(), symbol, name: symbol, decimals: Number(decimals), address: token }];
  });
}
