import { type Rule, remark } from "../facts.ts";
import type { SiteFacts } from "../site-facts.ts";

/** A site without TLS: anybody on the way can change what it asks. */
export const unprotectedSite: Rule<SiteFacts> = {
  id: "unprotected-site",
  check: ({ isHttp, host }) => (isHttp ? [remark("warn", "unprotected-site", { host })] : []),
};
