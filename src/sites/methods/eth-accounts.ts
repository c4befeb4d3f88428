import { ignoredParams, siteMethod } from "../method.ts";

/** EIP-1193. Empty for strangers and while locked: the two look the same from outside. */
export const ethAccounts = siteMethod("eth_accounts", ignoredParams, (call) => ({
  result: call.unlocked ? call.permitted : [],
}));
