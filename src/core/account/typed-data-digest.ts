import { TypedDataEncoder } from "ethers/hash";
import { WeirError } from "../errors/index.ts";
import type { Hex } from "./account.ts";
import type { TypedData } from "./signer.ts";

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
 * The types that are hashed, without EIP712Domain. Throws what the encoder throws, and RangeError when the message has not
 * exactly the fields of its types or the primary type is not their root.
 */
function hashedTypes({ primaryType, types, message }: TypedData): Types {
  const own: Types = {};
  for (const [name, fields] of Object.entries(types)) {
    if (name !== "EIP712Domain") own[name] = fields.map((field) => ({ name: field.name, type: field.type }));
  }
  if (TypedDataEncoder.from(own).primaryType !== primaryType || !matches(own, primaryType, message, 0)) {
    throw new RangeError("message and types differ");
  }
  return own;
}

function checked<T>(data: TypedData, of: (types: Types) => T): T {
  try {
    return of(hashedTypes(data));
  } catch {
    // The library's message quotes values, so it is not kept as a cause.
    throw new WeirError("account/typed-data", {});
  }
}

/**
 * The EIP-712 digest of exactly `data`; of the domain's fields those that are there are hashed, in the standard's order.
 * Rejects with account/typed-data: unknown, cyclic or doubled types, a primary type that is not the root, fields that are
 * missing or not in the types, values that do not fit.
 */
export function typedDataDigest(data: TypedData): Hex {
  const { domain, message } = data;
  return checked(data, (types) => TypedDataEncoder.hash(domain, types, { ...message }) as Hex);
}

/**
 * The same data for a device that hashes it itself: JSON {types with EIP712Domain, domain, primaryType, message} in the
 * encoder's own normal form (integers as decimal text, the chain's id as a number), and the two hashes under the digest,
 * which it shows where it cannot. Rejects as typedDataDigest.
 */
export function typedDataForDevice(data: TypedData): { json: string; domainHash: Hex; messageHash: Hex } {
  const { domain, primaryType, message } = data;
  return checked(data, (types) => ({
    json: JSON.stringify(TypedDataEncoder.getPayload(domain, types, { ...message })),
    domainHash: TypedDataEncoder.hashDomain(domain) as Hex,
    messageHash: TypedDataEncoder.from(types).hashStruct(primaryType, { ...message }) as Hex,
  }));
}
