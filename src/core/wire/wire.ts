/**
 * How values cross a message or a storage record: JSON, with every bigint as a decimal string. The reader's
 * schema turns them back (see schemas.ts), so a bigint never meets JSON.stringify.
 */
export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };

/** `value` as plain JSON: bigints as decimal strings, undefined properties left out. */
export function toWire(value: unknown): Wire {
  if (typeof value === "bigint") return value.toString();
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value === "object") {
    const out: { [key: string]: Wire } = Object.create(null);
    for (const [key, item] of Object.entries(value)) if (item !== undefined) out[key] = toWire(item);
    return { ...out };
  }
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  throw new TypeError("toWire: value has no JSON form");
}
