import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { WeirError } from "../errors/index.ts";
import type { Address } from "./account.ts";

/** EIP-55: a digit is upper case where the Keccak-256 of the lower-case address has its nibble at 8 or above. */
function checksummed(lowerDigits: string): Address {
  const hash = bytesToHex(keccak_256(utf8ToBytes(lowerDigits)));
  let digits = "";
  for (let at = 0; at < 40; at++) {
    const digit = lowerDigits.charAt(at);
    digits += Number.parseInt(hash.charAt(at), 16) >= 8 ? digit.toUpperCase() : digit;
  }
  return `0x${digits}`;
}

/** `address` with its EIP-55 checksum, whatever its case was. Expects 0x and 40 hex digits. */
export function formatAddress(address: string): Address {
  return checksummed(address.slice(2).toLowerCase());
}

/**
 * An address somebody typed or pasted, with its checksum. All lower and all upper case digits carry no checksum
 * and are taken; mixed case must be right. Rejects: account/address-malformed, account/address-checksum,
 * account/address-zero.
 */
export function parseAddress(text: string): Address {
  const digits = /^0x([0-9a-fA-F]{40})$/.exec(text.trim())?.[1];
  if (digits === undefined) throw new WeirError("account/address-malformed", {});
  const lower = digits.toLowerCase();
  if (/^0+$/.test(lower)) throw new WeirError("account/address-zero", {});
  const address = checksummed(lower);
  const unmarked = digits === lower || digits === digits.toUpperCase();
  if (!unmarked && address !== `0x${digits}`) throw new WeirError("account/address-checksum", {});
  return address;
}

/** Whether two addresses are the same account, by digits. */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The account of an uncompressed public key (65 bytes, 04 first): last 20 bytes of its Keccak-256. */
export function addressOfPublicKey(publicKey: Uint8Array): Address {
  return checksummed(bytesToHex(keccak_256(publicKey.subarray(1)).subarray(12)));
}

/** The account of a 32-byte private key. */
export function addressOfKey(key: Uint8Array): Address {
  return addressOfPublicKey(secp256k1.getPublicKey(key, false));
}
