import { secp256k1 } from "@noble/curves/secp256k1.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import type { SignatureParts } from "../staking/plan.ts";
import type { Address, Hex } from "./account.ts";
import { addressOfPublicKey } from "./address.ts";

/** The account whose key made this signature of a 32-byte digest. Throws for one that nobody can have made. */
export function recoveredAddress(digest: Hex, { v, r, s }: SignatureParts): Address {
  const word = (hex: Hex): Uint8Array => hexToBytes(hex.slice(2).padStart(64, "0"));
  // noble's recovered form is one byte of recovery, then r and s.
  const signature = new Uint8Array([v - 27, ...word(r), ...word(s)]);
  const publicKey = secp256k1.recoverPublicKey(signature, hexToBytes(digest.slice(2)), { prehash: false });
  return addressOfPublicKey(secp256k1.Point.fromBytes(publicKey).toBytes(false));
}
