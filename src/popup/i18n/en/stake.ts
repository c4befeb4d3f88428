/** Words of staking. Keys begin with "stake.". */
export const stake = {
  "stake.title": "Stake",
  "stake.review": "Review stake",
  "stake.receive": "What you want to hold",
  "stake.growth-rebasing": "Grows in number",
  "stake.growth-accruing": "Grows in value",
  "stake.you-receive": "You receive",
  "stake.yield": "Yield now",
  "stake.yield-unknown": "Too few reports have been seen to measure it.",
  "stake.reward-fee": "Protocol’s fee",
  "stake.of-rewards": "{share} of rewards",
  "stake.fee-included": "Already taken off the yield.",
  "stake.break-even": "Pays for its fee after",
  "stake.break-even-explain": "At the yield of now, for this amount.",
  "stake.risks": "Risks of {protocol}",
  "stake.no-advice": "Weir informs, it does not advise. A past yield promises nothing.",
} as const;
