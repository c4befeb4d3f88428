import { getAddress } from "ethers/address";
import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { address, hexData } from "../../core/wire/schemas.ts";
import { quantityBigint, quantityNumber } from "./quantities.ts";

/**
 * A site's transaction, field by field. Taken: from, to, data or input, value, gas or gasLimit, chainId (must be the
 * connected network). Ignored, since the wallet decides them: nonce, gasPrice, maxFeePerGas, maxPriorityFeePerGas,
 * accessList, and what nobody knows. Refused, since leaving it out would change what is asked: types 3 and 4, blobs,
 * EIP-7702 authorizations.
 */
const refusedFields = [
  "authorizationList",
  "blobs",
  "blobVersionedHashes",
  "maxFeePerBlobGas",
  "commitments",
  "proofs",
  "sidecars",
] as const;

/** An address; written in both cases it must have EIP-55's checksum. */
export const checksummed = v.pipe(
  address,
  v.check((text) => {
    const digits = text.slice(2);
    if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return true;
    try {
      return getAddress(text) === text;
    } catch {
      return false;
    }
  }),
);

const fields = v.object({
  from: checksummed,
  to: v.nullish(checksummed),
  data: v.nullish(hexData),
  input: v.nullish(hexData),
  value: v.nullish(quantityBigint),
  gas: v.nullish(quantityBigint),
  gasLimit: v.nullish(quantityBigint),
  chainId: v.nullish(quantityNumber),
  type: v.nullish(v.picklist(["0x0", "0x1", "0x2", "0x00", "0x01", "0x02"])),
});

const plainObject = v.custom<Record<string, unknown>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** One transaction object, as above. */
export const siteTransaction = v.pipe(
  plainObject,
  v.check((value) => refusedFields.every((field) => !Object.hasOwn(value, field))),
  fields,
);

/** The one value of two spellings of a field; undefined when neither is there. Rejects when they differ. */
export function either<T>(
  first: T | null | undefined,
  second: T | null | undefined,
  detail: string,
): T | undefined {
  const one = first ?? undefined;
  const other = second ?? undefined;
  if (one !== undefined && other !== undefined && one !== other) {
    throw new WeirError("site/params-invalid", { detail });
  }
  return one ?? other;
}
