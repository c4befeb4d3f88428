/** Words of claiming. Keys begin with "claim.". */
export const claim = {
  "claim.title": "Claim",
  "claim.review": "Review claim",
  "claim.nothing": "Nothing is ready yet",
  "claim.nothing-explain": "What you redeem appears here as soon as it can be claimed.",
  "claim.queued": { one: "{count} request is in the queue.", other: "{count} requests are in the queue." },
  "claim.choose": "Choose at least one request.",
  "claim.too-many": {
    one: "At most {count} request fits in one transaction. Leave some for the next one.",
    other: "At most {count} requests fit in one transaction. Leave some for the next one.",
  },
  "claim.total": "You receive",
  "claim.of": { one: "from {count} request", other: "from {count} requests" },
  "claim.ready": "Ready to claim",
  "claim.request": "Request {id}, made on {date}.",
  "claim.less": "{amount} less than asked for, after a slashing.",
} as const;
