import type { AddedNetwork, Settings } from "../settings/settings.ts";
import type { Chain } from "./chain.ts";
import { chainById, chains } from "./chains.ts";

/** Multicall3's address on nearly every EVM network (github mds1/multicall). */
export const multicall3 = "0xcA11bde05977b3631167028862bE2a173976CA11";

function asChain(added: AddedNetwork): Chain {
  return {
    chainId: added.chainId,
    caip2: `eip155:${added.chainId}`,
    name: added.name,
    native: { id: "native", ...added.native },
    ...(added.explorer === undefined ? {} : { explorer: { name: added.name, url: added.explorer } }),
    defaultEndpoints: [],
    ...(added.multicall ? { multicall3 } : {}),
    blockSeconds: added.blockSeconds,
  };
}

/** The wallet's own networks, then those that the person added. */
export function networksOf(settings: Pick<Settings, "networks">): Chain[] {
  const added = settings.networks.filter(({ chainId }) => !chainById(chainId));
  return [...chains, ...added.map(asChain)];
}

/** The network with this chain id among them, or undefined. */
export function networkById(settings: Pick<Settings, "networks">, chainId: number): Chain | undefined {
  return networksOf(settings).find((chain) => chain.chainId === chainId);
}
