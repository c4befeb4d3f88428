import { secp256k1 } from "@noble/curves/secp256k1.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { WeirError } from "../errors/index.ts";

/** `bytes` when they are a secp256k1 private key: 32 bytes, from 1 to the group's order less 1. Else account/key-out-of-range. */
export function checkedKey(bytes: Uint8Array): Uint8Array {
  if (!secp256k1.utils.isValidSecretKey(bytes)) throw new WeirError("account/key-out-of-range", {});
  return bytes;
}

/**
 * A private key somebody pasted: 64 hex digits, 0x optional, white space around allowed. The caller zeroes the
 * 32 bytes. Rejects: account/key-malformed, account/key-out-of-range.
 */
export function parsePrivateKey(text: string): Uint8Array {
  const digits = /^(?:0[xX])?([0-9a-fA-F]{64})$/.exec(text.trim())?.[1];
  if (digits === undefined) throw new WeirError("account/key-malformed", {});
  return checkedKey(hexToBytes(digits));
}
