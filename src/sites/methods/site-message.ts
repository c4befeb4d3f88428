import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Hex } from "../../core/account/account.ts";

const wholeBytes = /^0x(?:[0-9a-fA-F]{2})*$/;

/** The bytes that a site means: those of whole hex bytes, of anything else its text as UTF-8. */
export function messageBytes(data: string): Hex {
  return wholeBytes.test(data) ? (data.toLowerCase() as Hex) : `0x${bytesToHex(utf8ToBytes(data))}`;
}

const addressForm = /^0x[0-9a-fA-F]{40}$/;

/**
 * What is to be signed, and the account, of two params in the method's own order. The other order, which some clients write,
 * is taken where only one of the two can be an account. undefined: neither can.
 */
export function withAccount<T>(
  [first, second]: readonly [T, T],
  own: "account-first" | "account-last",
): { account: Hex; content: T } | undefined {
  const isAccount = (value: T): boolean => typeof value === "string" && addressForm.test(value);
  const [account, content] = own === "account-first" ? [first, second] : [second, first];
  if (isAccount(account)) return { account: account as Hex, content };
  return isAccount(content) ? { account: content as Hex, content: account } : undefined;
}
