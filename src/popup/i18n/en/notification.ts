/** Words of notifications, which the worker shows. Keys begin with "notification.". */
export const notification = {
  "notification.claimable-title": "Ready to claim",
  "notification.claimable-text": "{amount} {unit} of your redemption can be claimed now.",
} as const;
