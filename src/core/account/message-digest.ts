import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Hex } from "./account.ts";

/** What is signed of a personal message: keccak256(0x19 ‖ "Ethereum Signed Message:\n" ‖ length ‖ bytes) (EIP-191, 0x45). */
export function messageDigest(bytes: Hex): Hex {
  const message = hexToBytes(bytes.slice(2));
  const prefix = utf8ToBytes(`\u0019Ethereum Signed Message:\n${message.length}`);
  return `0x${bytesToHex(keccak_256(concatBytes(prefix, message)))}`;
}
