import type { Remark } from "../staking/plan.ts";
import { type ApprovalFacts, type Rule, saidBy } from "./facts.ts";
import { grantRules } from "./grant-rules.ts";
import { feeShare } from "./rules/fee-share.ts";
import { firstInteraction } from "./rules/first-interaction.ts";
import { gasImplausible } from "./rules/gas-implausible.ts";
import { rateDisagreement } from "./rules/rate-disagreement.ts";
import { resultUncertain } from "./rules/result-uncertain.ts";
import { simulationUnavailable } from "./rules/simulation-unavailable.ts";
import { staleBlock } from "./rules/stale-block.ts";
import { staleReport } from "./rules/stale-report.ts";
import { tokensLeftOut } from "./rules/tokens-left-out.ts";
import { wouldRevert } from "./rules/would-revert.ts";

/** Every rule before a transaction, in the order in which remarks of the same level are shown. */
export const approvalRules: readonly Rule[] = [
  gasImplausible,
  rateDisagreement,
  wouldRevert,
  ...grantRules,
  staleBlock,
  staleReport,
  simulationUnavailable,
  resultUncertain,
  tokensLeftOut,
  feeShare,
  firstInteraction,
];

/** All that the rules say about the facts, blocking remarks first. */
export function remarksOf(facts: ApprovalFacts): Remark[] {
  return saidBy(approvalRules, facts);
}
