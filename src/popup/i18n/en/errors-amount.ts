import type { AmountErrors } from "../../../core/errors/amount.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/amount.ts. */
export const amountErrors = {
  "amount/empty": "Enter an amount.",
  "amount/not-a-number": "This is not an amount. Use digits and one decimal sign only.",
  "amount/ambiguous":
    "This can be read in two ways. Write the amount without the sign that separates thousands.",
  "amount/negative": "The amount must not be negative.",
  "amount/too-many-decimals": "Use at most {decimals} digits after the decimal sign.",
  "amount/zero": "Enter an amount above zero.",
  "amount/too-large": "This amount is too large to exist. Check the digits.",
} as const satisfies ErrorSentences<AmountErrors>;
