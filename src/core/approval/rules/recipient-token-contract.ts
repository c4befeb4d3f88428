import { type GrantFacts, type Rule, remark } from "../facts.ts";

/** Tokens sent to a token's own contract are lost: nothing there can send them back. */
export const recipientTokenContract: Rule<GrantFacts> = {
  id: "recipient-token-contract",
  check: ({ recipients }) =>
    recipients
      .filter((each) => each.isTokenContract)
      .map((each) => remark("block", "recipient-token-contract", { address: each.address })),
};
