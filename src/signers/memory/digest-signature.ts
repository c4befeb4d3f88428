import { secp256k1 } from "@noble/curves/secp256k1.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Address, Hex } from "../../core/account/account.ts";
import { sameAddress } from "../../core/account/address.ts";
import { recoveredAddress } from "../../core/account/recovered-address.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";

/**
 * The deterministic (RFC 6979), low-s (EIP-2) signature of a 32-byte digest, proven to recover to `address` before
 * it is handed out. Rejects with account/signature when it does not.
 */
export function signDigest(digest: Hex, key: Uint8Array, address: Address): SignatureParts {
  const message = hexToBytes(digest.slice(2));
  const made = secp256k1.sign(message, key, { prehash: false, lowS: true, format: "recovered" });
  // noble's recovered form is one byte of recovery, then r and s.
  const signature: SignatureParts = {
    v: made[0] === 0 ? 27 : 28,
    r: `0x${bytesToHex(made.subarray(1, 33))}`,
    s: `0x${bytesToHex(made.subarray(33, 65))}`,
  };
  if (!sameAddress(recoveredAddress(digest, signature), address))
    throw new WeirError("account/signature", {});
  return signature;
}
