import { type Rule, remark } from "../facts.ts";

/** The contract refuses it: sending it would only burn the fee. */
export const wouldRevert: Rule = {
  id: "would-revert",
  check: ({ revertReason }) =>
    revertReason === undefined
      ? []
      : [
          revertReason === ""
            ? remark("block", "would-revert-silently")
            : remark("block", "would-revert", { reason: revertReason }),
        ],
};
