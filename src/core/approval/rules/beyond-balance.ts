import { formatUnits } from "../../amount/format.ts";
import { type GrantFacts, type Rule, remark } from "../facts.ts";
import { isUnlimited } from "./unlimited-amount.ts";

/** An allowance over more than the account holds: tokens that arrive later are covered too. */
export const beyondBalance: Rule<GrantFacts> = {
  id: "beyond-balance",
  check: ({ grants }) =>
    grants.flatMap((grant) => {
      if (grant.balance === undefined || grant.amount <= grant.balance || isUnlimited(grant.amount))
        return [];
      return [
        remark("warn", "beyond-balance", {
          symbol: grant.token.symbol,
          amount: formatUnits(grant.amount, grant.token.decimals),
          balance: formatUnits(grant.balance, grant.token.decimals),
        }),
      ];
    }),
};
