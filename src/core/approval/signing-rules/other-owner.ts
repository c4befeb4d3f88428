import { sameAddress } from "../../account/address.ts";
import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";

/** Data that speaks for another account than the one that signs: worthless at best. */
export const otherOwner: Rule<SigningFacts> = {
  id: "other-owner",
  check: ({ meanings, account }) =>
    meanings.flatMap((each) => {
      if (each.kind !== "approval" && each.kind !== "transfer") return [];
      const owner = each.kind === "approval" ? each.owner : each.from;
      return owner === undefined || each.by !== undefined || sameAddress(owner, account)
        ? []
        : [remark("warn", "other-owner", { owner })];
    }),
};
