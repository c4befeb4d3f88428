import { keccak_256 } from "@noble/hashes/sha3.js";
import { ascii, Reader, StatusError, status } from "./apdu.ts";

/** One field of a struct, as E0 1A with P2 FF describes it. */
export interface Field {
  name: string;
  kind: "custom" | "int" | "uint" | "address" | "bool" | "string" | "bytesN" | "bytes";
  /** The type without its arrays, as EIP-712 writes it: uint256, Person. */
  type: string;
  /** Bytes, of int, uint and bytesN. */
  size: number;
  /** From left to right as in uint8[2][]: a number is a fixed length, undefined a dynamic one. */
  levels: (number | undefined)[];
}

/** The low four bits of a type description (typed_data.h). */
const kinds = ["custom", "int", "uint", "address", "bool", "string", "bytesN", "bytes"] as const;

/**
 * A field: type description (bit 7 array, bit 6 size follows, bits 0–3 type), for a struct its name, else perhaps the
 * size, then the array levels (0 dynamic, 1 fixed with its length), then the field's name.
 */
export function parseField(data: Uint8Array): Field {
  const reader = new Reader(data);
  const text = () => new TextDecoder().decode(reader.take(reader.u8()));
  const description = reader.u8();
  const kind = kinds[description & 0x0f];
  const sized = (description & 0x40) !== 0;
  if (!kind || (kind === "custom" && sized)) throw new StatusError(status.invalidData);
  const size = sized ? reader.u8() : 0;
  const type = kind === "custom" ? text() : solidityName(kind, size);
  const levels: (number | undefined)[] = [];
  if ((description & 0x80) !== 0) {
    for (let left = reader.u8(); left > 0; left--) {
      const level = reader.u8();
      if (level > 1) throw new StatusError(status.invalidData);
      levels.push(level === 1 ? reader.u8() : undefined);
    }
  }
  const name = text();
  if (reader.rest().length > 0) throw new StatusError(status.invalidData);
  return { name, kind, type, size, levels };
}

function solidityName(kind: Field["kind"], size: number): string {
  if (kind === "bytesN") return `bytes${size}`;
  if (kind === "int" || kind === "uint") return size === 0 ? kind : `${kind}${size * 8}`;
  return kind;
}

export type Structs = Map<string, Field[]>;

/** EIP-712's typeHash: keccak of the struct, then the structs it refers to by name, each as Name(type field,…). */
export function typeHash(structs: Structs, name: string): Uint8Array {
  const referred = new Set<string>();
  const visit = (struct: string) => {
    for (const field of fieldsOf(structs, struct)) {
      if (field.kind !== "custom" || referred.has(field.type)) continue;
      referred.add(field.type);
      visit(field.type);
    }
  };
  visit(name);
  referred.delete(name);
  const written = [name, ...[...referred].sort()].map((struct) => {
    const fields = fieldsOf(structs, struct).map((field) => `${fieldType(field)} ${field.name}`);
    return `${struct}(${fields.join(",")})`;
  });
  return keccak_256(ascii(written.join("")));
}

function fieldType({ type, levels }: Field): string {
  return type + levels.map((length) => `[${length ?? ""}]`).join("");
}

export function fieldsOf(structs: Structs, name: string): Field[] {
  const fields = structs.get(name);
  if (!fields) throw new StatusError(status.invalidData);
  return fields;
}
