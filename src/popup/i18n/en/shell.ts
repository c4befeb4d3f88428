/** Words of the frame around every screen. Keys begin with "shell.". */
export const shell = {
  "shell.portfolio": "Portfolio",
  "shell.activity": "Activity",
  "shell.sites": "Sites",
  "shell.settings": "Settings",
  "shell.title": "{page} · Weir",
  "shell.switch-account": "Switch account:",
  "shell.accounts": "Accounts",
  "shell.add-account": "Add account",
  "shell.manage-accounts": "Manage",
  "shell.watch-only": "Watch only",
  "shell.lock-now": "Lock Weir",
  "shell.offline": "This computer is offline. Figures are as last read.",
  "shell.unread": "{network} could not be read lately. Figures are as last read.",
  "shell.worker-gone": "The extension’s background part did not answer. Your wallet is not affected.",
  "shell.accounts-damaged":
    "The stored account list is damaged. Lock and unlock Weir: it is made again from the vault.",
  "shell.accounts-unreadable": "The browser could not read the account list just now. Restart the browser.",
  "shell.backup-reminder":
    "Your recovery phrase is not backed up yet. Without it, nobody can restore this wallet.",
  "shell.backup-now": "Back it up now",
  "shell.crashed-title": "This screen stopped working",
  "shell.crashed-text":
    "Your wallet and everything already sent are not affected. Load the screen again; if it keeps failing, open another one.",
  "shell.reload": "Load again",
  "shell.not-found-title": "There is no such screen",
  "shell.not-found-text": "The address of this page does not lead anywhere.",
  "shell.go-portfolio": "Go to the portfolio",
  "shell.loading-screen": "Loading this screen…",
  "shell.no-wallet": "There is no wallet yet. Set one up first; then this site can ask again.",
  "shell.open-setup": "Set up Weir",
} as const;
