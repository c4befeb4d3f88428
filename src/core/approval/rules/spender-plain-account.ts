import { type GrantFacts, type Rule, remark } from "../facts.ts";

/**
 * An allowance, or a right over a collection, for an address without code: a person or a thief, never a protocol. Ending
 * one (amount 0) is fine, and an own account is no stranger (own-spender.ts).
 */
export const spenderPlainAccount: Rule<GrantFacts> = {
  id: "spender-plain-account",
  check: ({ grants, operators }) =>
    [
      ...grants
        .filter(
          (grant) => grant.spenderIsPlainAccount === true && grant.spenderKind !== "own" && grant.amount > 0n,
        )
        .map((grant) => grant.spender),
      ...operators.filter((each) => each.isPlainAccount === true).map((each) => each.address),
    ].map((spender) => remark("block", "spender-plain-account", { spender })),
};
