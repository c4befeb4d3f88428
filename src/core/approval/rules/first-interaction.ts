import { type Rule, remark } from "../facts.ts";

/** Somebody or something this wallet has not dealt with before: good to know, no more. */
export const firstInteraction: Rule = {
  id: "first-interaction",
  check: ({ recipients, firstContract }) => [
    ...recipients
      .filter((each) => !each.isKnown && !each.isOwn)
      .map((each) => remark("note", "first-recipient", { address: each.address })),
    ...recipients
      .filter((each) => each.hasCode === true && !each.isTokenContract && !each.isOwn)
      .map((each) => remark("note", "recipient-contract", { address: each.address })),
    ...(firstContract ? [remark("note", "first-contract", { address: firstContract })] : []),
  ],
};
