/** Words of redeeming. Keys begin with "redeem.". */
export const redeem = {
  "redeem.title": "Redeem",
  "redeem.review": "Review redemption",
  "redeem.token": "What you want to redeem",
  "redeem.you-receive": "You receive at most",
  "redeem.wait": "Expected wait",
  "redeem.wait-days": { one: "{least} to {count} day", other: "{least} to {count} days" },
  "redeem.wait-by": "(by {date})",
  "redeem.parts": { one: "{count} request", other: "{count} requests" },
  "redeem.parts-explain": "All go out in one transaction. Each can be claimed as soon as it is ready.",
  "redeem.part": "Request {number}",
  "redeem.approval": "How the queue may take it",
  "redeem.permit": "By signature",
  "redeem.permit-explain":
    "One signature, one transaction. The signature allows exactly this amount for an hour and costs nothing.",
  "redeem.approve": "By approval",
  "redeem.approve-explain": "Two transactions: first the allowance, then the request. Costs more.",
  "redeem.first":
    "{protocol} pays redemptions in turn. What waits earns nothing, cannot be taken back, and may pay less after a slashing.",
} as const;
