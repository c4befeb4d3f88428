import { type Rule, remark } from "../facts.ts";

/** Blocks behind after which a preview may no longer be true. Single blocks are missed now and then. */
const BLOCKS = 10;

/** The node's newest block is old: it lags, or the network stands still. */
export const staleBlock: Rule = {
  id: "stale-block",
  check: ({ blockAgeSeconds, blockSeconds }) =>
    blockAgeSeconds > BLOCKS * blockSeconds
      ? [remark("warn", "stale-block", { behindSeconds: blockAgeSeconds })]
      : [],
};
