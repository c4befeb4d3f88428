import { refusedMethod, type SiteMethod } from "../method.ts";

const legacy = "this form shows less than it signs. Use eth_signTypedData_v4.";
const encryption = "Weir's keys sign; they neither encrypt nor decrypt.";
const delegation =
  "accounts are plain ones, which cannot delegate. Use weir_requestLstApproval for an allowance with an end.";

/** What other wallets have and this one refuses, with the reason for the site's developer. */
export const refused: readonly SiteMethod[] = Object.entries({
  eth_signTypedData: legacy,
  eth_signTypedData_v1: legacy,
  eth_signTypedData_v3: legacy,
  eth_getEncryptionPublicKey: encryption,
  eth_decrypt: encryption,
  // ERC-7715, under its present and its former name.
  wallet_requestExecutionPermissions: delegation,
  wallet_getSupportedExecutionPermissions: delegation,
  wallet_getGrantedExecutionPermissions: delegation,
  wallet_revokeExecutionPermission: delegation,
  wallet_grantPermissions: delegation,
}).map(([name, reason]) => refusedMethod(name, reason));
