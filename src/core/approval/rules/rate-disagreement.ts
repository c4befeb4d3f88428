import { type Rule, remark } from "../facts.ts";

/** Two nodes name different exchange rates: one of them is wrong, and nobody can say which. */
export const rateDisagreement: Rule = {
  id: "rate-disagreement",
  check: ({ secondOpinion }) => {
    if (secondOpinion === "disagreed") return [remark("block", "rate-disagreement")];
    if (secondOpinion === "single") return [remark("note", "rate-single")];
    return [];
  },
};
