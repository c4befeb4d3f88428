import type { SiteMethod } from "../method.ts";
import { ethAccounts } from "./eth-accounts.ts";
import { ethChainId } from "./eth-chain-id.ts";
import { ethRequestAccounts } from "./eth-request-accounts.ts";
import { ethSendTransaction } from "./eth-send-transaction.ts";
import { netVersion } from "./net-version.ts";
import { reads } from "./reads.ts";
import { walletGetPermissions } from "./wallet-get-permissions.ts";
import { walletRequestPermissions } from "./wallet-request-permissions.ts";
import { walletRevokePermissions } from "./wallet-revoke-permissions.ts";
import { walletSwitchEthereumChain } from "./wallet-switch-ethereum-chain.ts";
import { web3ClientVersion } from "./web3-client-version.ts";

/** Everything a site may ask for. A name that is not here is answered with 4200. */
export const siteMethods: ReadonlyMap<string, SiteMethod> = new Map(
  [
    ethAccounts,
    ethChainId,
    ethRequestAccounts,
    ethSendTransaction,
    netVersion,
    walletGetPermissions,
    walletRequestPermissions,
    walletRevokePermissions,
    walletSwitchEthereumChain,
    web3ClientVersion,
    ...reads,
  ].map((method) => [method.name, method]),
);
