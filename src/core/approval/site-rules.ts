import type { Remark } from "../staking/plan.ts";
import { type Rule, saidBy } from "./facts.ts";
import type { SiteFacts } from "./site-facts.ts";

/** Every rule about a site, in the order in which remarks of the same level are shown. */
export const siteRules: readonly Rule<SiteFacts>[] = [];

/** All that the rules say about a site, blocking remarks first. */
export function siteRemarks(facts: SiteFacts): Remark[] {
  return saidBy(siteRules, facts);
}
