/** Networks that people know by name: id, names in use, the coin's symbols in use (chainid.network). */
export const wellKnown: readonly { chainId: number; names: readonly string[]; symbols: readonly string[] }[] =
  [
    { chainId: 1, names: ["Ethereum", "Ethereum Mainnet"], symbols: ["ETH"] },
    { chainId: 10, names: ["Optimism", "OP Mainnet"], symbols: ["ETH"] },
    { chainId: 56, names: ["BNB Smart Chain", "BNB Chain", "Binance Smart Chain"], symbols: ["BNB"] },
    { chainId: 100, names: ["Gnosis", "Gnosis Chain"], symbols: ["xDAI"] },
    { chainId: 137, names: ["Polygon", "Polygon Mainnet"], symbols: ["POL", "MATIC"] },
    { chainId: 324, names: ["zkSync Era", "zkSync", "ZKsync Mainnet"], symbols: ["ETH"] },
    { chainId: 1101, names: ["Polygon zkEVM"], symbols: ["ETH"] },
    { chainId: 5000, names: ["Mantle"], symbols: ["MNT"] },
    { chainId: 8453, names: ["Base", "Base Mainnet"], symbols: ["ETH"] },
    { chainId: 42161, names: ["Arbitrum", "Arbitrum One"], symbols: ["ETH"] },
    { chainId: 43114, names: ["Avalanche", "Avalanche C-Chain"], symbols: ["AVAX"] },
    { chainId: 59144, names: ["Linea", "Linea Mainnet"], symbols: ["ETH"] },
    { chainId: 534352, names: ["Scroll"], symbols: ["ETH"] },
    { chainId: 11155111, names: ["Sepolia"], symbols: ["ETH", "SepoliaETH"] },
    { chainId: 560048, names: ["Hoodi"], symbols: ["ETH", "HoodiETH"] },
  ];
