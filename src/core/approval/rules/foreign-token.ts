import { type Rule, remark } from "../facts.ts";

/** Anybody can give a token any name: one that the wallet does not know is told by its address. */
export const foreignToken: Rule = {
  id: "foreign-token",
  check: ({ foreignTokens }) =>
    foreignTokens.map(({ address, symbol, isNamesake }) =>
      isNamesake
        ? remark("warn", "namesake-token", { symbol, token: address })
        : remark("note", "foreign-token", { symbol, token: address }),
    ),
};
