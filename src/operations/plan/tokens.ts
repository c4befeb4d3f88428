import type { Address, Hex } from "../../core/account/account.ts";
import { tokenAbi } from "../../core/approval/token-abi.ts";
import type { Asset } from "../../core/asset/asset.ts";
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

/** A call of one of the token's view functions as a read. */
export function tokenRead(key: string, to: Address, method: string, args: readonly unknown[] = []): Read {
  return { key, to, data: tokenAbi.encodeFunctionData(method, [...args]) as Hex };
}

/** The number a view function answered; undefined when it reverted or answered something else. */
export function decodeNumber(answer: Hex | undefined): bigint | undefined {
  return answer !== undefined && answer.length >= 66 ? BigInt(answer.slice(0, 66)) : undefined;
}

function decodeText(answer: Hex | undefined): string | undefined {
  if (answer === undefined) return undefined;
  try {
    return String(tokenAbi.decodeFunctionResult("symbol", answer)[0]);
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
    tokenRead(`symbol:${token}`, token, "symbol"),
    tokenRead(`decimals:${token}`, token, "decimals"),
  ]);
  const result = await access.readMany({ reads, native: [] });
  return addresses.flatMap((token) => {
    const decimals = decodeNumber(result?.answers.get(`decimals:${token}`));
    if (decimals === undefined || decimals > 77n) return [];
    const symbol = plainSymbol(decodeText(result?.answers.get(`symbol:${token}`)) ?? "?");
    return [{ id: token.toLowerCase(), symbol, name: symbol, decimals: Number(decimals), address: token }];
  });
}
