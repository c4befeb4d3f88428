import type { Address } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";

// Addresses and limits of Lido on Ethereum. Read in github.com/lidofinance/docs, docs/deployed-contracts/index.md.
const source = "github.com/lidofinance/docs, docs/deployed-contracts/index.md";

/** Names the protocol in records, and its words. */
export const id = "lido";
export const chainId = 1;

export const stEthAddress: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
export const wstEthAddress: Address = "0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0";
export const queueAddress: Address = "0x889edC2eDab5f40e902b864aD4d7AdE8E412F9B1";

export const contracts = [
  { role: "stETH", address: stEthAddress, source },
  { role: "wstETH", address: wstEthAddress, source },
  { role: "WithdrawalQueueERC721", address: queueAddress, source },
] as const;

export const native: Asset = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };

type Token = Asset & { address: Address };

export const stEth: Token = {
  id: stEthAddress.toLowerCase(),
  symbol: "stETH",
  name: "Liquid staked Ether",
  decimals: 18,
  address: stEthAddress,
};

export const wstEth: Token = {
  id: wstEthAddress.toLowerCase(),
  symbol: "wstETH",
  name: "Wrapped liquid staked Ether",
  decimals: 18,
  address: wstEthAddress,
};

/**
 * EIP-712 domains of the permits: lidofinance/core contracts/0.8.9/EIP712StETH.sol; contracts/0.6.12/WstETH.sol on
 * OpenZeppelin 3's ERC20Permit. Compared with DOMAIN_SEPARATOR() before a permit is offered.
 */
export const permitDomains = new Map([
  [stEth.id, { name: "Liquid staked Ether 2.0", version: "2" }],
  [wstEth.id, { name: "Wrapped liquid staked Ether 2.0", version: "1" }],
]);

/**
 * Requests in one transaction. Each costs some 100 000 (stETH) to 160 000 (wstETH) gas, and a transaction may use
 * 16 777 216 (EIP-7825).
 */
export const maxRequestsPerTransaction = 60;

/** Claims in one transaction: some 70 000 gas each. */
export const maxClaimsPerTransaction = 100;

/**
 * Claims in one transaction that a Ledger signs: its app names no more than two ("Ledger Clear Sign allows to claim up to
 * 2 requests per transaction": github.com/lidofinance/ethereum-staking-widget at 19230a0,
 * features/withdrawals/claim/claim-form-context/use-max-selected-count.ts, MAX_REQUESTS_COUNT_LEDGER_LIMIT).
 */
export const maxClaimsOnDevice = 2;

/** How long a permit may be used, in seconds. */
export const permitSeconds = 3600;

/** Reports arrive about daily, and may skip a day (lidofinance/docs, guides/lido-tokens-integration-guide.md). */
export const reportSeconds = 86_400;
