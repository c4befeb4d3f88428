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
  "operation.state-sent": "Sent",
  "operation.state-running": "Under way",
  "operation.state-confirmed": "Confirmed",
  "operation.state-failed": "Failed",
  "operation.state-rejected": "Rejected",
  "operation.state-cancelled": "Cancelled",

  "operation.absent-title": "This operation is not known",
  "operation.absent": "It may have been removed with the wallet. Look at your activity.",
  "operation.damaged-title": "This operation cannot be read",
  "operation.damaged":
    "Its record is damaged or could not be read just now. What was sent is not affected; look it up by your address on a block explorer.",
  "operation.to-activity": "Go to the activity",
  "operation.to-portfolio": "Back to the portfolio",

  "operation.progress": "Progress",
  "operation.step-waiting": "Not begun",
  "operation.step-signing": "Being signed",
  "operation.step-signed-permit": "Signed",
  "operation.step-signed": "Signed, being sent",
  "operation.step-broadcast": "Sent. Waiting for the network to take it into a block.",
  "operation.step-confirmed": "Confirmed in block {block}",
  "operation.step-confirmed-plain": "Confirmed",
  "operation.step-settling": "Confirmed in block {block}. A few more blocks make it final.",
  "operation.step-failed": "Failed",
  "operation.fee-paid": "Fee paid: {amount}",
  "operation.transaction": "Transaction",
  "operation.transaction-speed-up": "Sped up",
  "operation.transaction-cancel": "Cancellation",
  "operation.copy-hash": "Copy the transaction hash",
  "operation.explorer": "View on {explorer}",
  "operation.no-longer-known": {
    one: "No node knows this transaction any more. Weir sent the same bytes again, {count} time without success so far.",
    other:
      "No node knows this transaction any more. Weir sent the same bytes again, {count} times without success so far.",
  },
  "operation.overtaken":
    "Another transaction seems to have taken this one’s place. Weir waits a moment for certainty before it says so.",

  "operation.waiting-title": "It waits in the network",
  "operation.waiting":
    "Usually a block takes it within a minute. When fees rise meanwhile, it can take longer.",
  "operation.speed-up": "Speed up",
  "operation.cancel": "Cancel",
  "operation.speed-up-title": "Speed up this transaction?",
  "operation.speed-up-text":
    "Weir signs the same transaction again at the fast fee, at least an eighth above the present one. Only one of the two can be executed and only its fee is paid.",
  "operation.cancel-title": "Cancel this transaction?",
  "operation.cancel-text":
    "Weir signs an empty transaction to yourself in its place, at a higher fee. If it comes first, only its fee is spent, for 21,000 gas. If the original comes first, that one counts.",
  "operation.fee-now": "Fee limit now",
  "operation.fee-least": "New fee limit, at least",
  "operation.per-gas": "{amount} per gas",
  "operation.keep-waiting": "Keep waiting",
  "operation.replacing": "Signing and sending…",
  "operation.draft": "You have not confirmed this yet. Nothing was signed for the steps that are open.",
  "operation.review": "Review and confirm",

  "operation.changes": "What it changes",
  "operation.changes-expected": "As expected before it was sent, network fee not counted.",
  "operation.details": "Details",
  "operation.account": "Account",
  "operation.asked-by": "Asked by",
  "operation.own-wallet": "You, in this wallet",
  "operation.created": "Begun",
  "operation.updated": "Last change",
  "operation.fee-total": "Network fee paid",
  "operation.network": "Network",

  "operation.next-title": "What comes next",
  "operation.next-stake":
    "Your stake earns from now on. The protocol reports about once a day, and each report changes what your tokens are worth.",
  "operation.next-redeem":
    "Your request is in the protocol’s queue. The portfolio shows when it is expected and lets you claim it when it is ready.",
  "operation.next-claim": "The amount has arrived in this account.",
} as const;
