import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { approvedText } from "./approved-text.ts";
import type { Operation } from "./operation.ts";

/** SHA-256 (hex) of what an approval of the operation is about. Apart from approvedText, for pages hash with WebCrypto. */
export function approvedDigest(operation: Operation): string {
  return bytesToHex(sha256(utf8ToBytes(approvedText(operation))));
}
