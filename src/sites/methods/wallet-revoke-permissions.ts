import { siteMethod } from "../method.ts";
import { accountsPermission } from "./permissions.ts";

/** MIP-2. The site gives back what it was granted. */
export const walletRevokePermissions = siteMethod(
  "wallet_revokePermissions",
  accountsPermission,
  async (call) => {
    await call.revoke();
    return { result: null };
  },
);
