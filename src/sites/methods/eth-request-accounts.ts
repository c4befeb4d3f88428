import { ignoredParams, siteMethod } from "../method.ts";

/** EIP-1102. A connected site gets its accounts at once; else, or while locked, the person is asked. */
export const ethRequestAccounts = siteMethod("eth_requestAccounts", ignoredParams, (call) =>
  call.unlocked && call.permitted.length > 0 ? { result: call.permitted } : { ask: { kind: "connect" } },
);
