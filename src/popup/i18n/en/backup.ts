/** Words of backing up, checking and showing a recovery phrase, and of the backup file. Keys begin with "backup.". */
export const backup = {
  "backup.title": "Recovery phrase",
  "backup.password-explain":
    "Enter your password to show the phrase. Make sure that nobody and no camera can see the screen.",
  "backup.never":
    "Never type these words on a website and never give them to anybody. Weir’s makers never ask for them.",
  "backup.open": "Continue",
  "backup.word-of": "Word {position} of {total}",
  "backup.show": "Show word {position}",
  "backup.hide": "Hide word {position}",
  "backup.hidden": "Hidden",
  "backup.previous": "Previous word",
  "backup.next": "Next word",
  "backup.hides": "The word hides itself when you leave this window.",
  "backup.has-passphrase":
    "This phrase belongs to a passphrase that you chose when importing it. Keep the passphrase too: it is not shown here.",
  "backup.written": "I have written all words down",
  "backup.verify-title": "Check what you wrote",
  "backup.verify-explain": "Type these three words from your paper.",
  "backup.verify-word": "Word {position}",
  "backup.verify-run": "Check",
  "backup.verify-again": "Show the words again",
  "backup.verified-title": "Your phrase is backed up",
  "backup.verified-text":
    "Keep the paper where only you can find it, apart from this computer. You will need it if this computer is lost.",
  "backup.unknown": "There is no such phrase in this wallet.",
  "backup.file-title": "Backup file",
  "backup.file-explain":
    "The encrypted vault as a file. It opens only with the password that is in use now, so it may lie where others could find it; the password may not.",
  "backup.file-not-phrase":
    "The file holds every imported key too. It does not replace the paper with your recovery phrase: with a forgotten password the file is worthless.",
  "backup.file-download": "Download the backup file",
  "backup.file-done": "Downloaded as {name}.",
} as const;
