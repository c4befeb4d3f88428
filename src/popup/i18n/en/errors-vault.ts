import type { VaultErrors } from "../../../core/errors/vault.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/vault.ts. */
export const vaultErrors = {
  "vault/absent": "There is no wallet in this browser yet. Create or import one.",
  "vault/exists": "There is already a wallet in this browser. Unlock it, or remove it in the settings first.",
  "vault/locked": "The wallet is locked. Unlock it to continue.",
  "vault/wrong-password": "This is not the password. You can try again in {waitSeconds}.",
  "vault/wait": "Too many wrong passwords. Wait {waitSeconds}, then try again.",
  "vault/damaged":
    "Both stored copies of the wallet are damaged. Nothing was deleted. Restore from a backup file or your recovery phrase.",
  "vault/unreadable":
    "The browser could not read the wallet just now. Your keys are most likely intact: restart the browser and try again.",
  "vault/newer-version":
    "This wallet was written by a newer Weir (format {version}). Update the extension to open it.",
  "vault/parameters":
    "The stored protection settings are outside what Weir allows, so the wallet was not opened. Restore from a backup file or your recovery phrase.",
  "vault/write-failed":
    "The browser could not store the change. The former state is intact: free some disk space and try again.",
  "vault/weak-password": "Choose a stronger password with at least {min} characters.",
  "vault/reveal-expired": "The time to show this is over. Enter the password again.",
  "vault/backup-not-a-vault":
    "This file is not a Weir backup. Choose a file that was exported from Weir’s settings.",
} as const satisfies ErrorSentences<VaultErrors>;
