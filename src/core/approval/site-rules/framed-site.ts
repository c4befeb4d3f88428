import { type Rule, remark } from "../facts.ts";
import type { SiteFacts } from "../site-facts.ts";

/** A site inside another site's page, which decides what surrounds and covers it. */
export const framedSite: Rule<SiteFacts> = {
  id: "framed-site",
  check: ({ framedBy, host }) =>
    framedBy === undefined
      ? []
      : [remark("note", "framed-site", { host, outer: framedBy.replace(/^\w+:\/\//, "") })],
};
