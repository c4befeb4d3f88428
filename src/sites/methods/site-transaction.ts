import { getAddress } from "ethers/address";
import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import type { SiteAsk } from "../../core/site/site.ts";
import { address, hexData } from "../../core/wire/schemas.ts";
import { requireChain, requirePermitted, type SiteCall } from "../method.ts";
import { quantity, quantityBigint, quantityNumber } from "./quantities.ts";

/**
 * A site's transaction, field by field. Taken: from, to, data or input, value, gas or gasLimit, chainId (must be the
 * connected network). The wallet's to decide, and still refused when they are no quantities: nonce, gasPrice,
 * maxFeePerGas, maxPriorityFeePerGas. Not looked at: accessList, and what nobody knows. Refused, since leaving it out
 * would change what is asked: types 3 and 4, blobs, EIP-7702 authorizations.
 */
const blobFields = [
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
  nonce: v.nullish(quantity),
  gasPrice: v.nullish(quantity),
  maxFeePerGas: v.nullish(quantity),
  maxPriorityFeePerGas: v.nullish(quantity),
  type: v.nullish(v.picklist(["0x0", "0x1", "0x2", "0x00", "0x01", "0x02"])),
});

const plainObject = v.custom<Record<string, unknown>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** Why a transaction's kind is not signed here. */
function refusal(value: Record<string, unknown>): string | undefined {
  const type = typeof value.type === "string" ? value.type.replace(/^0x0/, "0x") : "";
  if (type === "0x4" || Object.hasOwn(value, "authorizationList")) {
    return "EIP-7702 authorizations hand the whole account over, and are not signed for sites";
  }
  const isBlob = type === "0x3" || blobFields.some((field) => Object.hasOwn(value, field));
  return isBlob ? "blob transactions are not supported" : undefined;
}

/** One transaction object, as above. Rejects site/params-invalid with the reason for a kind that is refused. */
export const siteTransaction = v.pipe(
  plainObject,
  v.transform((value) => {
    const detail = refusal(value);
    if (detail !== undefined) throw new WeirError("site/params-invalid", { detail });
    return value;
  }),
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

/** What the person is asked about a transaction. Rejects site/not-connected, site/chain-mismatch, site/params-invalid. */
export function transactionAsk(
  call: SiteCall,
  transaction: v.InferOutput<typeof siteTransaction>,
): Extract<SiteAsk, { kind: "transaction" }> {
  const from = requirePermitted(call, transaction.from);
  requireChain(call, transaction.chainId ?? call.chainId);
  const data = either(transaction.data, transaction.input, "data and input differ") ?? "0x";
  const gas = either(transaction.gas, transaction.gasLimit, "gas and gasLimit differ");
  const to = transaction.to ?? undefined;
  // Nothing deployed by nothing: a forgotten recipient, not a contract.
  if (to === undefined && data === "0x") throw new WeirError("site/params-invalid", { detail: "at to" });
  return {
    kind: "transaction",
    from,
    ...(to === undefined ? {} : { to }),
    data,
    value: transaction.value ?? 0n,
    ...(gas === undefined ? {} : { gas }),
  };
}
