import { siteMethod } from "../method.ts";
import { accountsPermission } from "./permissions.ts";

/** EIP-2255. Always asks, so that a connected site can offer another choice of accounts. */
export const walletRequestPermissions = siteMethod("wallet_requestPermissions", accountsPermission, () => ({
  ask: { kind: "connect" },
}));
