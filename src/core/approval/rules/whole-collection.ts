import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** A right over a whole collection, withdrawal requests among them: there is no smaller one to ask for. */
export const wholeCollection: Rule<GrantFacts> = {
  id: "whole-collection",
  check: ({ operators }) =>
    operators.flatMap(({ address, token }) =>
      token === undefined ? [] : [remark("warn", "approve-all", { token, spender: address })],
    ),
};
