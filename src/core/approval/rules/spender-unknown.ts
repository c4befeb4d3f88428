import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** A contract that gets a right and is none of a known protocol: young ones are often made for a single theft. */
export const spenderUnknown: Rule<GrantFacts> = {
  id: "spender-unknown",
  check: ({ grants }) =>
    grants
      .filter((grant) => grant.spenderKind === "contract" && grant.amount > 0n)
      .flatMap(({ spender, spenderIsNew, spenderIsFamiliar }) => {
        if (spenderIsNew) return [remark("warn", "spender-new", { spender })];
        return spenderIsFamiliar ? [] : [remark("note", "spender-unknown", { spender })];
      }),
};
