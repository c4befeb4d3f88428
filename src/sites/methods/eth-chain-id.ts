import { chainIdHex, ignoredParams, siteMethod } from "../method.ts";

/** EIP-695. Tells strangers the default network, which says nothing about the person. */
export const ethChainId = siteMethod("eth_chainId", ignoredParams, (call) => ({
  result: chainIdHex(call.chainId),
}));
