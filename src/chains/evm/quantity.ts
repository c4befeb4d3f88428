import type { Address, Hex } from "../../core/account/account.ts";

/**
 * What a node's answer is allowed to look like, field by field (Ethereum JSON-RPC specification: QUANTITY and DATA).
 * Each throws Malformed, which the transport turns into chain/answer-malformed of that endpoint.
 */
export class Malformed extends Error {}

const quantityPattern = /^0x(0|[1-9a-f][0-9a-f]{0,63})$/i;
const dataPattern = /^0x([0-9a-f]{2})*$/i;

/** A QUANTITY: 0x, no leading zeros, at most 2^256-1. */
export function quantity(value: unknown): bigint {
  if (typeof value !== "string" || !quantityPattern.test(value)) throw new Malformed("quantity");
  return BigInt(value);
}

/** A QUANTITY that fits a safe integer: block numbers, times, nonces, chain ids. */
export function smallQuantity(value: unknown): number {
  const number = quantity(value);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new Malformed("number");
  return Number(number);
}

/** DATA: whole bytes. */
export function data(value: unknown): Hex {
  if (typeof value !== "string" || !dataPattern.test(value)) throw new Malformed("data");
  return value as Hex;
}

/** DATA of exactly `bytes` bytes. */
export function fixedData(value: unknown, bytes: number): Hex {
  const hex = data(value);
  if (hex.length !== 2 + 2 * bytes) throw new Malformed("length");
  return hex;
}

/** A 20-byte address, in the case the node wrote it. */
export function addressData(value: unknown): Address {
  return fixedData(value, 20);
}

/** A plain object (not an array). Its fields are unknown and read by name. */
export function record(value: unknown): { readonly [field: string]: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Malformed("object");
  return value as { readonly [field: string]: unknown };
}

/** An array of at most `max` items. */
export function list(value: unknown, max: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > max) throw new Malformed("array");
  return value;
}

/** `number` as a QUANTITY. */
export function toQuantity(number: bigint | number): Hex {
  return `0x${number.toString(16)}`;
}
