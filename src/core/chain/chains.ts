import type { Chain } from "./chain.ts";

/** Every network the wallet knows, by chain id. */
export const chains: readonly Chain[] = [
  {
    chainId: 1,
    caip2: "eip155:1",
    name: "Ethereum",
    native: { id: "native", symbol: "ETH", name: "Ether", decimals: 18 },
    explorer: { name: "Etherscan", url: "https://etherscan.io" },
    defaultEndpoints: ["https://ethereum-rpc.publicnode.com", "https://eth.drpc.org"],
    multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11",
    blockSeconds: 12,
  },
];

/** The network with this chain id, or undefined. */
export function chainById(chainId: number): Chain | undefined {
  return chains.find((chain) => chain.chainId === chainId);
}
