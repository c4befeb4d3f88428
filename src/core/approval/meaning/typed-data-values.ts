import { formatAddress } from "../../account/address.ts";
import { arrayOf, maxDepth, refuse, type TypedDataTypes } from "./typed-data-types.ts";

/** Values of one message, all levels counted. */
const maxValues = 2048;

/** An integer exactly: a number that JavaScript holds without rounding, decimal or hex text. */
export function exactInteger(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== "string") return undefined;
  return /^(?:-?\d{1,78}|0x[0-9a-fA-F]{1,64})$/.test(value) ? BigInt(value) : undefined;
}

function integer(type: string, value: unknown, path: string): bigint {
  const bits = Number(type.replace(/^u?int/, ""));
  const number = exactInteger(value) ?? refuse(`${path} is no exact ${type}`);
  const fits = type.startsWith("u") ? BigInt.asUintN(bits, number) : BigInt.asIntN(bits, number);
  return fits === number ? number : refuse(`${path} does not fit ${type}`);
}

function bytes(type: string, value: unknown, path: string): string {
  const length = type === "bytes" ? undefined : Number(type.slice(5));
  if (typeof value !== "string" || !/^0x(?:[0-9a-fA-F]{2})*$/.test(value)) refuse(`${path} is no hex data`);
  if (length !== undefined && value.length !== 2 + length * 2) refuse(`${path} is not ${length} bytes long`);
  return value.toLowerCase();
}

function simple(type: string, value: unknown, path: string): unknown {
  switch (type) {
    case "address":
      if (typeof value !== "string" || !/^0x[0-9a-fA-F]{40}$/.test(value)) refuse(`${path} is no address`);
      return formatAddress(value);
    case "bool":
      return typeof value === "boolean" ? value : refuse(`${path} is neither true nor false`);
    case "string":
      // Half a surrogate pair has no UTF-8 form, so it cannot be hashed as shown.
      return typeof value === "string" && !/\p{Cs}/u.test(value) ? value : refuse(`${path} is no text`);
    default:
      return type.startsWith("bytes") ? bytes(type, value, path) : integer(type, value, path);
  }
}

/**
 * Reads values by their types into one form each: bigint, checksummed address, lower-case hex, boolean, text. Every
 * field of the types, and none beside them: markets send such along, and they are not hashed. Arrays of exactly their
 * length. Rejects: site/params-invalid.
 */
export function readValues(types: TypedDataTypes): (type: string, value: unknown, path: string) => unknown {
  let count = 0;
  const read = (type: string, value: unknown, path: string, depth: number): unknown => {
    if (++count > maxValues) refuse("too many values");
    if (depth > maxDepth * 2) refuse("values too deep");
    const array = arrayOf(type);
    if (array) {
      if (!Array.isArray(value)) return refuse(`${path} is no list`);
      if (value.length > maxValues) refuse("too many values");
      if (array.length !== undefined && value.length !== array.length) refuse(`${path} has another length`);
      return value.map((item, index) => read(array.element, item, `${path}[${index}]`, depth + 1));
    }
    const fields = Object.hasOwn(types, type) ? types[type] : undefined;
    if (!fields) return simple(type, value, path);
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refuse(`${path} is no ${type}`);
    const record = value as Record<string, unknown>;
    const missing = fields.find((field) => !Object.hasOwn(record, field.name));
    if (missing) refuse(`${path}.${missing.name} is missing`);
    return Object.fromEntries(
      fields.map(({ name, type }) => [name, read(type, record[name], `${path}.${name}`, depth + 1)]),
    );
  };
  return (type, value, path) => read(type, value, path, 0);
}
