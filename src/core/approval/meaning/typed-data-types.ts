import { WeirError } from "../../errors/index.ts";

export interface TypedField {
  name: string;
  type: string;
}
export type TypedDataTypes = Record<string, readonly TypedField[]>;

/** Refuses typed data; `detail` is ours, with names of the site's cut short. */
export function refuse(detail: string): never {
  throw new WeirError("site/params-invalid", { detail: `typed data: ${detail.slice(0, 120)}` });
}

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]{0,127}$/;
const elementary = /^(?:address|bool|string|bytes|bytes(?:[1-9]|[12]\d|3[0-2])|u?int(?:\d+))$/;
/** Names that are types of Solidity's, or read as such by one wallet and not by another. */
const reserved = /^(?:address|bool|string|bytes\d*|u?int\d*|u?fixed\w*|function|__proto__|EIP712Domain)$/;

/** Levels of types within types and of arrays within arrays (Seaport's bulk orders have up to 24). */
export const maxDepth = 32;

/** The element's type and the fixed length of an array type; undefined for any other type. */
export function arrayOf(type: string): { element: string; length: number | undefined } | undefined {
  const match = /^(.+)\[(\d{0,6})\]$/.exec(type);
  if (!match) return undefined;
  return { element: match[1] ?? "", length: match[2] ? Number(match[2]) : undefined };
}

/** Whether it is a type of EIP-712 that needs no definition. */
export function isElementary(type: string): boolean {
  const bits = /^u?int(\d+)$/.exec(type)?.[1];
  if (bits !== undefined) return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= 256 && Number(bits) % 8 === 0;
  return elementary.test(type);
}

/** The type at the bottom of arrays. */
function baseOf(type: string): string {
  let base = type;
  for (let depth = 0; depth <= maxDepth; depth++) {
    const array = arrayOf(base);
    if (!array) return base;
    base = array.element;
  }
  return refuse("arrays too deep");
}

/** The fields of one type, well formed and none twice. */
export function fieldsOf(name: string, value: unknown): TypedField[] {
  if (!Array.isArray(value) || value.length > 128) refuse(`${name} is no list of fields`);
  const fields = (value as unknown[]).map((entry): TypedField => {
    const field = (typeof entry === "object" && entry !== null ? entry : {}) as Partial<TypedField>;
    if (typeof field.name !== "string" || typeof field.type !== "string")
      refuse(`${name} has a malformed field`);
    if (!identifier.test(field.name) || field.name === "__proto__")
      refuse(`${name} has a malformed field name`);
    return { name: field.name, type: field.type };
  });
  if (new Set(fields.map((field) => field.name)).size !== fields.length) refuse(`${name} has a field twice`);
  return fields;
}

/**
 * The types that `primaryType` needs, itself among them: what EIP-712 hashes. Types that nothing needs are dropped, as they
 * are in the hash. Rejects: site/params-invalid for unknown, cyclic, doubled or misnamed ones.
 */
export function reachableTypes(all: Readonly<Record<string, unknown>>, primaryType: string): TypedDataTypes {
  const found = new Map<string, readonly TypedField[]>();
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) refuse(`${name} contains itself`);
    if (above.length > maxDepth) refuse("types too deep");
    if (found.has(name)) return;
    if (!identifier.test(name) || reserved.test(name)) refuse("a type's name is not allowed");
    if (!Object.hasOwn(all, name)) refuse(`${name} is not among the types`);
    const fields = fieldsOf(name, all[name]);
    for (const field of fields) {
      const base = baseOf(field.type);
      if (!isElementary(base)) visit(base, [...above, name]);
      else if (Object.hasOwn(all, base)) refuse(`${base} is defined anew`);
    }
    // After its parts: a cycle is met before the type counts as done.
    found.set(name, fields);
    if (found.size > 64) refuse("too many types");
  };
  visit(primaryType, []);
  return Object.fromEntries(found);
}
