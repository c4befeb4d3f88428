import { keccak_256 } from "@noble/hashes/sha3.js";
import { type Apdu, concat, Reader, StatusError, status, toHex } from "./apdu.ts";
import { type AppContext, signed } from "./ethereum-app.ts";
import { isAtLeast } from "./version.ts";

/** The signature over 0x1901 ‖ domain hash ‖ message hash (EIP-712), after both were shown. */
export function signHashes(
  context: AppContext,
  path: number[],
  domainHash: Uint8Array,
  messageHash: Uint8Array,
  lines: string[],
): Promise<Uint8Array> {
  const digest = keccak_256(concat([0x19, 0x01], domainHash, messageHash));
  return signed(context, lines, path, digest, (parity) => 27 + parity);
}

export function hashLines(domainHash: Uint8Array, messageHash: Uint8Array): string[] {
  return [
    "Blind signing ahead",
    "Review typed message",
    `Domain hash 0x${toHex(domainHash)}`,
    `Message hash 0x${toHex(messageHash)}`,
    "Sign message",
  ];
}

/**
 * E0 0C with P2 00: path and the two hashes. Since 1.12.0 it needs blind signing (cmd_sign_message_eip712.c): 6a80
 * without.
 */
export async function hashedTypedData({ data }: Apdu, context: AppContext): Promise<Uint8Array> {
  if (!context.settings.blindSigning && isAtLeast(context.version, "1.12.0"))
    throw new StatusError(status.invalidData);
  const reader = new Reader(data);
  const path = reader.path();
  const domainHash = reader.take(32);
  const messageHash = reader.take(32);
  return signHashes(context, path, domainHash, messageHash, hashLines(domainHash, messageHash));
}
