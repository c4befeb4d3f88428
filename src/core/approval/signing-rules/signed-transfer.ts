import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";

/** A signature that moves tokens as soon as somebody uses it (ERC-3009 and the like), without a transaction of one's own. */
export const signedTransfer: Rule<SigningFacts> = {
  id: "signed-transfer",
  check: ({ meanings }) =>
    meanings.flatMap((each) =>
      each.kind === "transfer" ? [remark("warn", "signed-transfer", { to: each.to })] : [],
    ),
};
