import type { Remark } from "../staking/plan.ts";
import { type ApprovalFacts, type Rule, saidBy } from "./facts.ts";
import { beyondBalance } from "./rules/beyond-balance.ts";
import { feeShare } from "./rules/fee-share.ts";
import { firstInteraction } from "./rules/first-interaction.ts";
import { foreignToken } from "./rules/foreign-token.ts";
import { gasImplausible } from "./rules/gas-implausible.ts";
import { lookAlike } from "./rules/look-alike.ts";
import { rateDisagreement } from "./rules/rate-disagreement.ts";
import { recipientTokenContract } from "./rules/recipient-token-contract.ts";
import { simulationUnavailable } from "./rules/simulation-unavailable.ts";
import { spenderPlainAccount } from "./rules/spender-plain-account.ts";
import { staleBlock } from "./rules/stale-block.ts";
import { unlimitedAmount } from "./rules/unlimited-amount.ts";
import { wouldRevert } from "./rules/would-revert.ts";

/** Every rule, in the order in which remarks of the same level are shown. */
export const approvalRules: readonly Rule[] = [
  gasImplausible,
  rateDisagreement,
  wouldRevert,
  lookAlike,
  recipientTokenContract,
  spenderPlainAccount,
  unlimitedAmount,
  beyondBalance,
  foreignToken,
  staleBlock,
  simulationUnavailable,
  feeShare,
  firstInteraction,
];

/** All that the rules say about the facts, blocking remarks first. */
export function remarksOf(facts: ApprovalFacts): Remark[] {
  return saidBy(approvalRules, facts);
}
