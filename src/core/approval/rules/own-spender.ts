import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** An allowance for another account of one's own: it does no harm, and no site needs it. */
export const ownSpender: Rule<GrantFacts> = {
  id: "own-spender",
  check: ({ grants }) =>
    grants
      .filter((grant) => grant.spenderKind === "own" && grant.amount > 0n)
      .map(({ spender }) => remark("note", "own-spender", { spender })),
};
