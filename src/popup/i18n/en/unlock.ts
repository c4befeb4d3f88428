/** Words of unlock. Keys begin with "unlock.". */
export const unlock = {
  "unlock.title": "Unlock Weir",
  "unlock.password": "Password",
  "unlock.run": "Unlock",
  "unlock.working": "Opening the vault…",
  "unlock.wait": "Too many wrong passwords. You can try again in {time}.",
  "unlock.wrong": "This is not the password.",
  "unlock.can-try": "You can try again now.",
  "unlock.forgot": "Forgotten your password?",
  "unlock.forgot-text":
    "Nobody can reset it, because it is stored nowhere. With your recovery phrase you can begin again: remove the extension from this browser, install it anew, and import the phrase.",
} as const;
