import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** Anybody can give a token any name: one that the wallet does not know is told by its address. */
export const foreignToken: Rule<GrantFacts> = {
  id: "foreign-token",
  check: ({ foreignTokens }) =>
    foreignTokens.map(({ address, symbol, isNamesake, symbolHides }) => {
      const params = { symbol, token: address };
      if (isNamesake) return remark("warn", "namesake-token", params);
      return symbolHides
        ? remark("warn", "hidden-in-symbol", params)
        : remark("note", "foreign-token", params);
    }),
};
