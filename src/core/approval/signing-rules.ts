import type { Remark } from "../staking/plan.ts";
import { type Rule, saidBy } from "./facts.ts";
import { lookAlike } from "./rules/look-alike.ts";
import type { SigningFacts } from "./signing-facts.ts";

/** Every rule before a signature that is no transaction, in the order in which remarks of the same level are shown. */
export const signingRules: readonly Rule<SigningFacts>[] = [lookAlike];

/** All that the rules say about a signature, blocking remarks first. */
export function signingRemarks(facts: SigningFacts): Remark[] {
  return saidBy(signingRules, facts);
}
