/** Words of the first steps. Keys begin with "onboarding.". */
export const onboarding = {
  "onboarding.step": "Step {step} of {steps}",
  "onboarding.welcome-title": "Welcome to Weir",
  "onboarding.welcome-text":
    "Stake, watch your rewards, and redeem. Your keys stay on this computer, encrypted with your password, or in your Ledger.",
  "onboarding.choose": "How do you want to begin?",
  "onboarding.create": "Create a new wallet",
  "onboarding.create-text": "Weir makes a recovery phrase for you.",
  "onboarding.import": "Import a wallet",
  "onboarding.import-text": "With a recovery phrase, a private key or a key file from another wallet.",
  "onboarding.ledger": "Use a Ledger",
  "onboarding.ledger-text": "The keys stay on the device. No recovery phrase in Weir.",
  "onboarding.restore": "Restore a Weir backup",
  "onboarding.restore-text": "With a backup file that you exported from Weir, and its password.",
  "onboarding.begin-in-tab": "Set up Weir in a tab, where there is room to read.",
  "onboarding.open-tab": "Set up Weir",

  "onboarding.phrase-title": "Your recovery phrase",
  "onboarding.phrase-what":
    "Your wallet will be made from a list of simple words: the recovery phrase. Whoever has these words has everything in the wallet.",
  "onboarding.phrase-nobody":
    "Nobody can reset it. If it is lost together with this computer, so is the wallet.",
  "onboarding.phrase-never":
    "Write it on paper. Never type it on a website, never photograph it, never send it to anybody.",
  "onboarding.phrase-weir-never": "Weir never asks for it, except when you yourself import a wallet.",
  "onboarding.phrase-length": "Length of the phrase",
  "onboarding.words-12": "12 words",
  "onboarding.words-12-text": "Strong enough for anyone; quicker to write down.",
  "onboarding.words-24": "24 words",
  "onboarding.words-24-text": "For those who want the longest there is.",

  "onboarding.import-title": "Import a wallet",
  "onboarding.import-kind": "What do you have?",
  "onboarding.kind-phrase": "Recovery phrase",
  "onboarding.kind-key": "Private key",
  "onboarding.kind-keystore": "Key file (JSON)",
  "onboarding.phrase-label": "Recovery phrase",
  "onboarding.phrase-hint": "12 to 24 words. Spaces, line breaks and upper case do not matter.",
  "onboarding.phrase-count": { one: "{count} word so far", other: "{count} words so far" },
  "onboarding.passphrase-label": "Passphrase",
  "onboarding.passphrase-hint":
    "Only if you used one (“25th word”). Another passphrase opens another, empty wallet: every letter and space counts.",
  "onboarding.key-label": "Private key",
  "onboarding.key-hint": "64 hexadecimal digits, with or without 0x.",
  "onboarding.keystore-file": "Choose a key file",
  "onboarding.keystore-paste": "Or paste its content",
  "onboarding.keystore-password": "Password of the key file",
  "onboarding.file-chosen": "Chosen: {name}",
  "onboarding.file-unreadable": "This file could not be read. Choose another one.",
  "onboarding.file-large": "This file is too large to be one of these. Choose another one.",
  "onboarding.import-needed": "Fill this in first.",

  "onboarding.ledger-title": "Use a Ledger",
  "onboarding.ledger-order":
    "First you choose a password for Weir on this computer, then you connect the Ledger.",

  "onboarding.restore-title": "Restore a Weir backup",
  "onboarding.restore-explain":
    "Choose the backup file. It opens with the password that was in use when it was exported, and you go on using that password.",
  "onboarding.restore-file": "Choose a backup file",
  "onboarding.restore-password": "Password of the backup",
  "onboarding.restore-run": "Restore",
  "onboarding.restoring": "Opening the backup…",

  "onboarding.password-title": "Choose a password",
  "onboarding.password-explain":
    "It encrypts your keys on this computer and unlocks Weir. It is not stored anywhere: if you forget it, you need your recovery phrase.",
  "onboarding.password-explain-none":
    "It unlocks Weir and encrypts what Weir keeps on this computer: your addresses and settings, no key. It is not stored anywhere: if you forget it, you set Weir up anew and add the addresses again.",
  "onboarding.password-new": "New password",
  "onboarding.password-again": "The same password again",
  "onboarding.password-differs": "The two passwords are not the same.",
  "onboarding.password-short": "At least {min} characters.",
  "onboarding.password-weak": "Too easy to guess. {help}",
  "onboarding.strength": "Strength",
  "onboarding.password-judging": "Judging the password…",
  "onboarding.help-words": "Put several uncommon words in a row.",
  "onboarding.help-longer": "Make it longer; length helps more than symbols.",
  "onboarding.help-common": "This is a well-known password or close to one.",
  "onboarding.help-name": "Names and single words are guessed first.",
  "onboarding.help-keyboard": "Rows of keys are guessed early.",
  "onboarding.help-repeat": "Repeats and sequences add little.",
  "onboarding.help-date": "Dates and years are guessed early.",
  "onboarding.understand": "I know that nobody can recover this password for me.",
  "onboarding.understand-needed": "Tick the box above to go on.",
  "onboarding.create-run": "Create wallet",
  "onboarding.import-run": "Import wallet",
  "onboarding.creating":
    "Encrypting your wallet. This takes a few seconds on purpose: it slows down anybody who guesses.",

  "onboarding.backup-title": "Write down your recovery phrase",
  "onboarding.backup-explain":
    "Take paper and a pen. Weir shows one word at a time, only while you ask for it. Then it asks for three of them.",
  "onboarding.backup-start": "Start",
  "onboarding.backup-later": "Later",
  "onboarding.backup-later-text": "If you do it later, Weir keeps reminding you.",
  "onboarding.go": "Go to the portfolio",
} as const;
