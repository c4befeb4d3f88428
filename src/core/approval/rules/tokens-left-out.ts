import { type Rule, remark } from "../facts.ts";

/** It touches more tokens than are looked at: what it does to the balances of the rest is not among the changes. */
export const tokensLeftOut: Rule = {
  id: "tokens-left-out",
  check: ({ tokensLeftOut = 0 }) =>
    tokensLeftOut > 0 ? [remark("warn", "tokens-left-out", { count: tokensLeftOut })] : [],
};
