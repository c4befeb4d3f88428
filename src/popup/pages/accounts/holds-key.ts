import type { Account } from "../../../core/account/account.ts";

/** Whether the vault holds the account's key: it can then be exported, and is hidden rather than removed. */
export function holdsKey({ kind }: Account): boolean {
  return kind === "derived" || kind === "imported";
}
