import { type Rule, remark } from "../facts.ts";

/** The contract refuses it: sending it would only burn the fee. */
export const wouldRevert: Rule = {
  id: "would-revert",
  check: ({ revertReason }) =>
    revertReason === undefined ? [] : [remark("block", "would-revert", { reason: revertReason || "–" })],
};
