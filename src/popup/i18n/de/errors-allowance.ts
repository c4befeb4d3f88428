import type { AllowanceErrors } from "../../../core/errors/allowance.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/allowance.ts. */
export const allowanceErrors = {
  "allowance/lease-unknown":
    "Für diese Freigabe ist in dieser Wallet kein Ende mehr vermerkt. Sehen Sie unter den Freigaben nach.",
} as const satisfies ErrorSentences<AllowanceErrors>;
