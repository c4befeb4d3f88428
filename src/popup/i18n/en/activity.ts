/** Words of activity. Keys begin with "activity.". */
export const activity = {
  "activity.title": "Activity",
  "activity.filter": "Which operations",
  "activity.all": "All",
  "activity.waiting": "Waiting",
  "activity.done": "Done",
  "activity.failed": "Failed",
  "activity.all-accounts": "All accounts",
  "activity.empty-title": "Nothing here yet",
  "activity.empty-text": "What you stake, redeem, claim and send appears here, the newest first.",
  "activity.empty-filter": "No operation is in this state.",
  "activity.damaged": {
    one: "{count} stored operation cannot be read. It stays where it is; the others are shown.",
    other: "{count} stored operations cannot be read. They stay where they are; the others are shown.",
  },
  "activity.unreadable": "The browser could not read the operations just now. Restart the browser.",
} as const;
