/** Words of notifications, which the worker shows. Keys begin with "notification.". */
export const notification = {
  "notification.claimable-title": "Ready to claim",
  "notification.claimable-text": "{amount} {unit} of your redemption can be claimed now.",
  "notification.leases-title": "Approvals should end",
  "notification.leases-text": "Approvals past the end you set: {count}. Open Weir to end them.",
} as const;
