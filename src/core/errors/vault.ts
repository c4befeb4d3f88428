/** What can be wrong with the vault. Damaged, absent, wrong password and unreadable-just-now are four things. */
export interface VaultErrors {
  "vault/absent": Record<never, never>;
  "vault/exists": Record<never, never>;
  "vault/locked": Record<never, never>;
  "vault/wrong-password": { waitSeconds: number };
  "vault/wait": { waitSeconds: number };
  "vault/damaged": Record<never, never>;
  "vault/unreadable": Record<never, never>;
  "vault/newer-version": { version: number };
  "vault/parameters": Record<never, never>;
  "vault/write-failed": Record<never, never>;
  "vault/weak-password": { min: number };
  "vault/reveal-expired": Record<never, never>;
  "vault/backup-not-a-vault": Record<never, never>;
}
