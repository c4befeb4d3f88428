import { ignoredParams, siteMethod } from "../method.ts";

/** The chain id in decimal, as old clients ask for it. */
export const netVersion = siteMethod("net_version", ignoredParams, (call) => ({
  result: String(call.chainId),
}));
