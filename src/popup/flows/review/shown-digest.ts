import { approvedText } from "../../../core/operation/approved-text.ts";
import type { Operation } from "../../../core/operation/operation.ts";

/** SHA-256 (hex) of what approving the shown record is about, for the worker to hold against its own. */
export async function digestOfShown(operation: Operation): Promise<string> {
  const bytes = new TextEncoder().encode(approvedText(operation));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
