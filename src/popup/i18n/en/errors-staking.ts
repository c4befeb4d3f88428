import type { StakingErrors } from "../../../core/errors/staking.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/staking.ts. */
export const stakingErrors = {
  "staking/paused": "{protocol} has paused staking. Nothing was sent; try again when it is open.",
  "staking/limit-reached": "{protocol} takes no more stake today. The limit refills with time.",
  "staking/above-limit":
    "At most {limit} {unit} can be staked now. Enter less, or wait until the limit refills.",
  "staking/below-minimum": "The least is {minimum} {unit}.",
  "staking/above-balance": "You have {balance} {unit}. Enter that much or less.",
  "staking/queue-paused":
    "{protocol} has paused its withdrawal queue. Your request stays where it is; try again when the queue is open.",
  "staking/nothing-to-claim": "There is nothing to claim yet.",
  "staking/not-claimable": "Request {id} cannot be claimed yet.",
  "staking/too-many-parts":
    "This amount needs {parts} requests; {max} fit in one transaction. Redeem less at a time.",
  "staking/rate-implausible":
    "The exchange rate read for {protocol} cannot be right, so nothing is computed from it. Check your endpoints in the settings.",
  "staking/state-unknown": "The state of {protocol} could not be read. Refresh, then try again.",
  "staking/unknown-protocol": "Weir does not know the protocol {protocol}.",
  "staking/unsupported": "{protocol} does not offer this.",
} as const satisfies ErrorSentences<StakingErrors>;
