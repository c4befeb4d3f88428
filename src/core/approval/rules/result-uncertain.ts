import { type Rule, remark } from "../facts.ts";

/** Contracts that act by the gas left, the block's maker or the time can show one thing and do another. */
export const resultUncertain: Rule = {
  id: "result-uncertain",
  check: (facts) => (facts.resultUncertain ? [remark("warn", "result-uncertain")] : []),
};
