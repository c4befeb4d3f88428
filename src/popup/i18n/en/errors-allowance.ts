import type { AllowanceErrors } from "../../../core/errors/allowance.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/allowance.ts. */
export const allowanceErrors = {
  "allowance/lease-unknown":
    "This allowance has no end in this wallet any more. Look it up among the approvals.",
} as const satisfies ErrorSentences<AllowanceErrors>;
