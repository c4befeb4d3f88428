import { secp256k1 } from "@noble/curves/secp256k1.js";
import type { Address, Hex } from "../../core/account/account.ts";
import { sameAddress } from "../../core/account/address.ts";
import { recoveredAddress } from "../../core/account/recovered-address.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";

const word = /^0x[0-9a-fA-F]{64}$/;
/** EIP-2: of s and its negative only the smaller is valid. */
const largestS = secp256k1.Point.CURVE().n / 2n;

/**
 * Lets a device's signature pass only when it is `address`'s own over exactly `digest`, in the one form that chains take:
 * r and s of 32 bytes, low s (EIP-2), v 27 or 28. Throws device/signature.
 */
export function requireSignature(digest: Hex, signature: SignatureParts, address: Address): void {
  const { v, r, s } = signature;
  const inForm = (v === 27 || v === 28) && word.test(r) && word.test(s) && BigInt(s) <= largestS;
  let signer: Address | undefined;
  try {
    signer = inForm ? recoveredAddress(digest, signature) : undefined;
  } catch {
    // Nobody can have made it.
  }
  if (signer === undefined || !sameAddress(signer, address)) throw new WeirError("device/signature", {});
}
