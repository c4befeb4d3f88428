import { type Rule, remark } from "../facts.ts";
import type { SiteFacts } from "../site-facts.ts";

/** Letters in a host that may look like others: several scripts in one word are a trick, one of them a language. */
export const foreignLetters: Rule<SiteFacts> = {
  id: "foreign-letters",
  check: ({ letters, host, origin, listed }) => {
    if (letters === "plain" || listed === "allowed") return [];
    const params = { host, ascii: origin.replace(/^\w+:\/\//, "") };
    return letters === "mixed"
      ? [remark("warn", "mixed-letters", params)]
      : [remark("note", "foreign-letters", params)];
  },
};
