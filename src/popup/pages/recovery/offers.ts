import type { VaultStatus } from "../../../messages/popup/vault.ts";

/** Whether nothing is left that could open: both copies are damaged or absent, for sure. */
export function mayBeginAgain(status: VaultStatus): boolean {
  const gone = (copy: VaultStatus["copies"]["primary"]): boolean => copy === "damaged" || copy === "absent";
  return gone(status.copies.primary) && gone(status.copies.secondary);
}

/** Whether a backup file may take the copies' place: never over one that is good, newer, or only unreadable just now. */
export function mayRestore(status: VaultStatus): boolean {
  return mayBeginAgain(status);
}

/** Whether something is there to keep. */
export function mayDownload(status: VaultStatus): boolean {
  return status.copies.primary !== "absent" || status.copies.secondary !== "absent";
}
