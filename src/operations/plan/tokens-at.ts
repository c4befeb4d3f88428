import type { Address } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import { foreignTokens, knownTokens } from "./tokens.ts";

type Token = Asset & { address: Address };

/** Tokens at these addresses, by lower-case address: the wallet's own, and others by what they say of themselves. */
export async function tokensAt(
  access: ChainAccess,
  protocols: readonly Protocol[],
  addresses: readonly Address[],
): Promise<Map<string, Token>> {
  const found = knownTokens(protocols);
  const missing = addresses.filter((each) => !found.has(each.toLowerCase()));
  for (const token of await foreignTokens(access, missing)) found.set(token.id, token);
  return found;
}
