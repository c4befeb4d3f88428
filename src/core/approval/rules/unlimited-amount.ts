import { type Rule, remark } from "../facts.ts";

/** Half the range or more: nobody holds it, and tokens that count down never notice. */
const UNLIMITED = 1n << 255n;

/** Whether an allowance of `amount` base units has no end in practice. */
export function isUnlimited(amount: bigint): boolean {
  return amount >= UNLIMITED;
}

/** An allowance without an end: the spender may take all there is and all that comes. */
export const unlimitedAmount: Rule = {
  id: "unlimited-amount",
  check: ({ grants }) =>
    grants
      .filter((grant) => isUnlimited(grant.amount))
      .map((grant) =>
        remark("warn", "unlimited-amount", { symbol: grant.token.symbol, spender: grant.spender }),
      ),
};
