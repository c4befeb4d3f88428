import { decodeRlp } from "ethers/utils";
import type { Hex } from "../account/account.ts";

/**
 * Per kind of payload, by its first byte (EIP-2718): how many fields it has unsigned, and where the recipient stands.
 * 2930, 1559, 4844, 7702; 05 is the authorisation of EIP-7702, which hands the account over.
 */
const typed: Record<string, { fields: number; to: number; signed: number }> = {
  "01": { fields: 8, to: 4, signed: 3 },
  "02": { fields: 9, to: 5, signed: 3 },
  "03": { fields: 11, to: 5, signed: 3 },
  "04": { fields: 10, to: 5, signed: 3 },
  "05": { fields: 3, to: 1, signed: 0 },
};
/** Before EIP-155 six fields; with it, or signed, nine. */
const legacy = { fields: 6, to: 3, signed: 3 };

/** Whether `bytes` are something whose signature by this key would move value: a transaction, signed or not, or an authorisation. */
export function isSigningPayload(bytes: Hex): boolean {
  const first = bytes.slice(2, 4).toLowerCase();
  const kind = Object.hasOwn(typed, first) ? typed[first] : undefined;
  if (!kind && !(Number.parseInt(first, 16) >= 0xc0)) return false;
  const { fields, to, signed } = kind ?? legacy;
  try {
    const list = decodeRlp(kind ? `0x${bytes.slice(4)}` : bytes);
    if (!Array.isArray(list) || (list.length !== fields && list.length !== fields + signed)) return false;
    const recipient = list[to];
    // Empty for a deployment.
    return recipient === "0x" || (typeof recipient === "string" && recipient.length === 42);
  } catch {
    return false;
  }
}
