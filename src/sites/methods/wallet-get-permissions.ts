import { ignoredParams, siteMethod } from "../method.ts";
import { permissionList } from "./permissions.ts";

/** EIP-2255. Empty while locked, as eth_accounts is. */
export const walletGetPermissions = siteMethod("wallet_getPermissions", ignoredParams, (call) => ({
  result: permissionList(call.grant, call.unlocked ? call.permitted : []),
}));
