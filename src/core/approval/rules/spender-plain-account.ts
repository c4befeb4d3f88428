import { type Rule, remark } from "../facts.ts";

/** An allowance to an address without code: a person or a thief, never a protocol. Ending one (amount 0) is fine. */
export const spenderPlainAccount: Rule = {
  id: "spender-plain-account",
  check: ({ grants }) =>
    grants
      .filter((grant) => grant.spenderIsPlainAccount === true && grant.amount > 0n)
      .map((grant) => remark("block", "spender-plain-account", { spender: grant.spender })),
};
