import { ignoredParams, siteMethod } from "../method.ts";

export const web3ClientVersion = siteMethod("web3_clientVersion", ignoredParams, (call) => ({
  result: `Weir/v${call.version}`,
}));
