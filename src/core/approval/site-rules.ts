import type { Remark } from "../staking/plan.ts";
import { type Rule, saidBy } from "./facts.ts";
import type { SiteFacts } from "./site-facts.ts";
import { blockedSite } from "./site-rules/blocked-site.ts";
import { foreignLetters } from "./site-rules/foreign-letters.ts";
import { framedSite } from "./site-rules/framed-site.ts";
import { lookAlikeSite } from "./site-rules/look-alike-site.ts";
import { unprotectedSite } from "./site-rules/unprotected-site.ts";

/** Every rule about a site, in the order in which remarks of the same level are shown. */
export const siteRules: readonly Rule<SiteFacts>[] = [
  blockedSite,
  lookAlikeSite,
  foreignLetters,
  unprotectedSite,
  framedSite,
];

/** All that the rules say about a site, blocking remarks first. */
export function siteRemarks(facts: SiteFacts): Remark[] {
  return saidBy(siteRules, facts);
}
