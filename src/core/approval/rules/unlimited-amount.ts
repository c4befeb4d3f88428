import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** More than any token has, and less than every way of saying "all": 2^256-1, Permit2's 2^160-1. */
const UNLIMITED = 1n << 128n;
/** What tokens that count in 96 bits take for all (UNI, COMP). */
const ALL_OF_96_BITS = (1n << 96n) - 1n;

/** Whether an allowance of `amount` base units has no end in practice. */
export function isUnlimited(amount: bigint): boolean {
  return amount >= UNLIMITED || amount === ALL_OF_96_BITS;
}

/** An allowance without an end: the spender may take all there is and all that comes. A signature's limit cannot be set here. */
export const unlimitedAmount: Rule<GrantFacts> = {
  id: "unlimited-amount",
  check: ({ grants }) =>
    grants
      .filter((grant) => isUnlimited(grant.amount))
      .map(({ token, spender, form }) => {
        const isTransaction = form === undefined || form === "approve" || form === "increase";
        return remark("warn", isTransaction ? "unlimited-amount" : "unlimited-signature", {
          symbol: token.symbol,
          spender,
        });
      }),
};
