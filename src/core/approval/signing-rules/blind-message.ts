import { shownText } from "../../site/shown-text.ts";
import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";

/**
 * A message that nobody can read: the bytes of a transaction, or 32 bytes that may be the hash of anything. A hash written out
 * as text, and other bytes, bind nobody by themselves but are as unreadable.
 */
export const blindMessage: Rule<SigningFacts> = {
  id: "blind-message",
  check: ({ bytes }) => {
    if (bytes === undefined) return [];
    const { isTransaction, isHash, isText, text } = shownText(bytes);
    if (isTransaction) return [remark("block", "message-is-transaction")];
    if (isHash) return [remark("block", "message-is-hash")];
    if (!isText) return bytes === "0x" ? [] : [remark("warn", "message-unreadable")];
    return /^\s*(0x)?[0-9a-f]{64}\s*$/i.test(text) ? [remark("warn", "message-unreadable")] : [];
  },
};
