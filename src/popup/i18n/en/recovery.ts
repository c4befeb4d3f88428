/** Words of recovery and of removing a wallet. Keys begin with "recovery.". */
export const recovery = {
  "recovery.title": "Your wallet cannot be opened right now",
  "recovery.newer-title": "This wallet needs a newer Weir",
  "recovery.newer-text": "It was written by a newer version. Update the extension; nothing is lost.",
  "recovery.explain":
    "Weir keeps two copies of your encrypted wallet and uses whichever is sound. This is their state:",
  "recovery.nothing-deleted": "Nothing was deleted. Try the steps below in their order.",
  "recovery.primary": "First copy",
  "recovery.secondary": "Second copy",
  "recovery.good": "Good",
  "recovery.absent": "Missing",
  "recovery.damaged": "Damaged",
  "recovery.unreadable": "Could not be read just now",
  "recovery.newer": "Written by a newer version",
  "recovery.retry-title": "Try again",
  "recovery.retry-text":
    "Often the browser’s storage was only busy. Try again, then restart the browser and look once more.",
  "recovery.restore-title": "Restore from a backup file",
  "recovery.download-title": "Keep what is left",
  "recovery.download-text":
    "Download whatever copies can still be read, before anything else. They are encrypted; somebody may be able to repair them.",
  "recovery.download": "Download the copies",
  "recovery.wipe-title": "Begin again",
  "recovery.wipe-text":
    "No sound copy is left. If you have your recovery phrase, you can remove the remains and import it.",

  "recovery.remove-title": "Remove this wallet",
  "recovery.remove-explain":
    "This deletes the keys, accounts, settings and records of Weir from this browser. What you own stays on the network, but without your recovery phrase or a backup file nobody can reach it again.",
  "recovery.remove-have":
    "I have the recovery phrase, the key or a backup file of everything in this wallet.",
  "recovery.remove-type": "Type {word} to confirm",
  "recovery.remove-word": "REMOVE",
  "recovery.remove-run": "Remove the wallet from this browser",
} as const;
