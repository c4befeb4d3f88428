/** Words of one operation and of its row in lists. Keys begin with "operation.". */
export const operation = {
  "operation.title": "Operation",
  "operation.kind-stake": "Stake",
  "operation.kind-convert": "Convert {from} to {to}",
  "operation.kind-convert-plain": "Convert",
  "operation.kind-redeem": "Redeem",
  "operation.kind-claim": {
    one: "Claim {count} request",
    other: "Claim {count} requests",
  },
  "operation.kind-send": "Send",
  "operation.kind-approve": "Change an allowance",
  "operation.kind-site-transaction": "Transaction for {host}",

  "operation.state-planned": "Not confirmed",
  "operation.state-approved": "Starting",
  "operation.state-signing": "Signing",
  "operation.state-sent": "Sent, waiting",
  "operation.state-running": "Under way",
  "operation.state-confirmed": "Confirmed",
  "operation.state-failed": "Failed",
  "operation.state-rejected": "Rejected",
  "operation.state-cancelled": "Cancelled",
} as const;
