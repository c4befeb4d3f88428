const plainAccounts =
  "accounts are plain ones, which cannot delegate, and nothing pretends that they could. `weir_requestLstApproval` gives an allowance with an end.";
const encryption = "Weir's keys sign; they neither encrypt nor decrypt. Deprecated in the document too.";
const newerNode = (fields: string) =>
  `the node answers with ${fields}, newer than the document, whose schema takes no further fields. Weir passes on what the node says.`;
const newerLogs = newerNode("`blockTimestamp` in its logs");

/** Why a method is refused or deviates; a sentence or two for each, and for no other. */
export const explanations: Readonly<Record<string, string>> = {
  wallet_registerOnboarding: "MetaMask's own page for new users uses it; there is nothing for a site in it.",
  wallet_watchAsset:
    "ERC-20 tokens are shown as the standard (EIP-747) says. The two experimental examples, an ERC-721 and an ERC-1155 item, get −32602: Weir shows no collections.",
  wallet_scanQRCode: "a site has no business with the camera. Of MetaMask's mobile app alone.",
  wallet_requestExecutionPermissions: plainAccounts,
  wallet_getGrantedExecutionPermissions: plainAccounts,
  wallet_getSupportedExecutionPermissions: plainAccounts,
  eth_decrypt: encryption,
  eth_getEncryptionPublicKey: encryption,
  eth_getBlockByHash: newerNode("`requestsHash` (EIP-7685)"),
  eth_getBlockByNumber: newerNode("`requestsHash` (EIP-7685)"),
  eth_getTransactionReceipt: newerNode("`blockTimestamp`"),
  eth_getLogs: newerLogs,
  eth_getFilterChanges: newerLogs,
  eth_getFilterLogs: newerLogs,
  eth_newPendingTransactionFilter:
    "what waits in a node's pool is not the user's, and most public endpoints do not serve it.",
};
