import { type Rule, remark } from "../facts.ts";
import type { SiteFacts } from "../site-facts.ts";

/** A site that a list of phishing sites names: nothing of it is approved. Without a list, that is said. */
export const blockedSite: Rule<SiteFacts> = {
  id: "blocked-site",
  check: ({ listed, host }) => {
    if (listed === "blocked") return [remark("block", "blocked-site", { host })];
    return listed === "unread" ? [remark("warn", "phishing-list-unread")] : [];
  },
};
