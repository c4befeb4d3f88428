import { TypedDataEncoder } from "ethers/hash";
import type { Hex } from "../../core/account/account.ts";
import type { TypedData } from "../../core/account/signer.ts";
import { WeirError } from "../../core/errors/index.ts";

type Types = Record<string, { name: string; type: string }[]>;

/** Types within types and arrays within arrays; Seaport's bulk orders lie up to 24 deep. */
const maxDepth = 64;

/** Whether `value` has exactly the fields of `type`, all the way down: what is hashed is what is shown. */
function matches(types: Types, type: string, value: unknown, depth: number): boolean {
  if (depth > maxDepth) return false;
  const array = /^(.+)\[\d*\]$/.exec(type)?.[1];
  if (array !== undefined) {
    return Array.isArray(value) && value.every((item) => matches(types, array, item, depth + 1));
  }
  const fields = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!fields) return value !== undefined && value !== null;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const record = value as Record<string, unknown>;
  return (
    Object.keys(record).length === fields.length &&
    fields.every(
      (field) =>
        Object.hasOwn(record, field.name) && matches(types, field.type, record[field.name], depth + 1),
    )
  );
}

/**
 * The EIP-712 digest of exactly `data`; of the domain's fields those that are there are hashed, in the standard's order.
 * Rejects with account/typed-data: unknown, cyclic or doubled types, a primary type that is not the root, fields that are
 * missing or not in the types, values that do not fit.
 */
export function typedDataDigest({ domain, primaryType, types, message }: TypedData): Hex {
  try {
    const own: Types = {};
    for (const [name, fields] of Object.entries(types)) {
      if (name !== "EIP712Domain")
        own[name] = fields.map((field) => ({ name: field.name, type: field.type }));
    }
    const encoder = TypedDataEncoder.from(own);
    if (encoder.primaryType !== primaryType || !matches(own, primaryType, message, 0)) {
      throw new WeirError("account/typed-data", {});
    }
    return TypedDataEncoder.hash(domain, own, { ...message }) as Hex;
  } catch {
    // The library's message quotes values, so it is not kept as a cause.
    throw new WeirError("account/typed-data", {});
  }
}
