import { sameAddress } from "../../account/address.ts";
import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** An allowance for the token's own contract: a mistake, or a way to have it called with one's tokens. */
export const tokenAsSpender: Rule<GrantFacts> = {
  id: "token-as-spender",
  check: ({ grants }) =>
    grants
      .filter(
        ({ token, spender, amount }) => token.address && amount > 0n && sameAddress(token.address, spender),
      )
      .map(({ token }) => remark("warn", "token-as-spender", { symbol: token.symbol })),
};
