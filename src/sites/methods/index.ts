import type { SiteMethod } from "../method.ts";
import { ethAccounts } from "./eth-accounts.ts";
import { ethChainId } from "./eth-chain-id.ts";
import { ethFilters } from "./eth-filters.ts";
import { ethRequestAccounts } from "./eth-request-accounts.ts";
import { ethSendTransaction } from "./eth-send-transaction.ts";
import { ethSignTransaction } from "./eth-sign-transaction.ts";
import { ethSignTypedDataV4 } from "./eth-sign-typed-data-v4.ts";
import { ethSubscribe, ethUnsubscribe } from "./eth-subscribe.ts";
import { netVersion } from "./net-version.ts";
import { personalEcRecover } from "./personal-ec-recover.ts";
import { personalSign } from "./personal-sign.ts";
import { reads } from "./reads.ts";
import { refused } from "./refused.ts";
import { walletAddEthereumChain } from "./wallet-add-ethereum-chain.ts";
import { walletGetCallsStatus } from "./wallet-get-calls-status.ts";
import { walletGetCapabilities } from "./wallet-get-capabilities.ts";
import { walletGetPermissions } from "./wallet-get-permissions.ts";
import { walletRequestPermissions } from "./wallet-request-permissions.ts";
import { walletRevokePermissions } from "./wallet-revoke-permissions.ts";
import { walletSendCalls } from "./wallet-send-calls.ts";
import { walletShowCallsStatus } from "./wallet-show-calls-status.ts";
import { walletSwitchEthereumChain } from "./wallet-switch-ethereum-chain.ts";
import { walletWatchAsset } from "./wallet-watch-asset.ts";
import { web3ClientVersion } from "./web3-client-version.ts";
import { weirRequestLstApproval } from "./weir-request-lst-approval.ts";

/** Everything a site may ask for. A name that is not here is answered with 4200. */
export const siteMethods: ReadonlyMap<string, SiteMethod> = new Map(
  [
    ethAccounts,
    ethChainId,
    ethRequestAccounts,
    ethSendTransaction,
    ethSignTransaction,
    ethSignTypedDataV4,
    ethSubscribe,
    ethUnsubscribe,
    netVersion,
    personalEcRecover,
    personalSign,
    walletAddEthereumChain,
    walletGetCallsStatus,
    walletGetCapabilities,
    walletGetPermissions,
    walletRequestPermissions,
    walletRevokePermissions,
    walletSendCalls,
    walletShowCallsStatus,
    walletSwitchEthereumChain,
    walletWatchAsset,
    web3ClientVersion,
    weirRequestLstApproval,
    ...refused,
    ...ethFilters,
    ...reads,
  ].map((method) => [method.name, method]),
);
