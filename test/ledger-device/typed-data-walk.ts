import { keccak_256 } from "@noble/hashes/sha3.js";
import { getAddress } from "ethers/address";
import { concat, StatusError, status, toHex } from "./apdu.ts";
import { type Field, fieldsOf, type Structs, typeHash } from "./typed-data-types.ts";

/** What the walk waits for: the length of an array (one byte), or the value of a field (without its length). */
export interface Wanted {
  kind: "array" | "value";
  field: Field;
}

export type Walk = Generator<Wanted, Uint8Array, Uint8Array>;

/**
 * Goes through a struct in the order of its definition, depth first, asks for every value and gives EIP-712's
 * hashStruct. The values come in without their names: what was defined says what is next.
 */
export function* walkStruct(structs: Structs, name: string): Walk {
  const parts = [typeHash(structs, name)];
  for (const field of fieldsOf(structs, name)) parts.push(yield* walkField(structs, field, field.levels));
  return keccak_256(concat(...parts));
}

/** The outermost length is the one that stands last: uint8[2][] is a dynamic number of pairs. */
function* walkField(structs: Structs, field: Field, levels: (number | undefined)[]): Walk {
  if (levels.length > 0) {
    const [length, ...more] = yield { kind: "array", field };
    const fixed = levels.at(-1);
    if (length === undefined || more.length > 0 || (fixed !== undefined && fixed !== length)) {
      throw new StatusError(status.invalidData);
    }
    const parts: Uint8Array[] = [];
    for (let i = 0; i < length; i++) parts.push(yield* walkField(structs, field, levels.slice(0, -1)));
    return keccak_256(concat(...parts));
  }
  if (field.kind === "custom") return yield* walkStruct(structs, field.type);
  return encodeValue(field, yield { kind: "value", field });
}

/** A value's 32 bytes (encode_field.c): numbers come without leading zeros, negative ones in the whole width. */
function encodeValue(field: Field, value: Uint8Array): Uint8Array {
  const padded = new Uint8Array(32);
  if (field.kind === "string" || field.kind === "bytes") return keccak_256(value);
  const exact = { address: 20, bool: 1 }[field.kind as string];
  if (value.length > 32 || (exact !== undefined && value.length !== exact)) {
    throw new StatusError(status.invalidData);
  }
  if (field.kind === "bytesN") {
    padded.set(value);
    return padded;
  }
  if (isNegative(field, value)) padded.fill(0xff);
  padded.set(value, 32 - value.length);
  return padded;
}

function isNegative({ kind, size }: Field, value: Uint8Array): boolean {
  return kind === "int" && value.length === size && (value[0] ?? 0) >= 0x80;
}

/** A value as the screen writes it. */
export function writtenValue(field: Field, value: Uint8Array): string {
  const number = value.length === 0 ? 0n : BigInt(`0x${toHex(value)}`);
  switch (field.kind) {
    case "string":
      return new TextDecoder().decode(value);
    case "address":
      return getAddress(`0x${toHex(value)}`);
    case "bool":
      return number === 0n ? "false" : "true";
    case "int":
    case "uint":
      return String(isNegative(field, value) ? number - (1n << BigInt(8 * field.size)) : number);
    default:
      return `0x${toHex(value)}`;
  }
}
