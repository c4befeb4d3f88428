import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** The account's code becomes another's (EIP-7702): whoever wrote that code holds the account. */
export const delegation: Rule<GrantFacts> = {
  id: "delegation",
  check: ({ meanings = [] }) =>
    meanings.flatMap((each) =>
      each.kind === "delegation" ? [remark("block", "delegation", { to: each.to })] : [],
    ),
};
