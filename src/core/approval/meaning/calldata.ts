import type { Address } from "../../account/account.ts";
import { formatAddress } from "../../account/address.ts";
import { maxParts } from "./reading.ts";

/**
 * The arguments of a call (Solidity's ABI), read as contracts do: offsets are followed wherever they lead inside the data,
 * bytes behind the arguments are not looked at, a word behind the end is zeros, and the bits above an address are dropped.
 * Newer compilers revert where this reader is lenient; then nothing happens at all, so what is read is the worst case.
 * What leads outside the data throws RangeError. Positions are in bytes.
 */
export class Calldata {
  private readonly digits: string;
  readonly size: number;

  /** `digits`: hex without 0x and without the selector. */
  constructor(digits: string) {
    this.digits = digits;
    this.size = Math.floor(digits.length / 2);
  }

  uint(at: number): bigint {
    return BigInt(`0x${this.slice(at, 32).padEnd(64, "0")}`);
  }

  address(at: number): Address {
    return formatAddress(`0x${this.slice(at, 32).padEnd(64, "0").slice(24)}`);
  }

  /** An address in its 20 bytes alone, as in packed data. */
  packedAddress(at: number): Address {
    return formatAddress(`0x${this.slice(at, 20).padEnd(40, "0")}`);
  }

  /** What is there of `length` bytes, as hex digits. */
  slice(at: number, length: number): string {
    return this.digits.slice(at * 2, (at + length) * 2);
  }

  /** A length or offset: the word must be there, and its value inside the data. */
  private small(at: number): number {
    const value = at + 32 <= this.size ? this.uint(at) : BigInt(this.size) + 1n;
    if (value > BigInt(this.size)) throw new RangeError("calldata");
    return Number(value);
  }

  /** Where the dynamic value begins whose offset from `base` stands at `at`. */
  follow(base: number, at: number): number {
    const place = base + this.small(at);
    if (place + 32 > this.size) throw new RangeError("calldata");
    return place;
  }

  /** Content of the `bytes` whose offset from `base` stands at `at`, as hex digits. */
  bytes(base: number, at: number): string {
    const place = this.follow(base, at);
    const length = this.small(place);
    if (place + 32 + length > this.size) throw new RangeError("calldata");
    return this.slice(place + 32, length);
  }

  /**
   * The array whose offset from `base` stands at `at`: where its elements (or their offsets from `start`) are, each `words`
   * wide. Of more than can be read, one more than can be read.
   */
  array(base: number, at: number, words: number): { start: number; count: number; places: number[] } {
    const place = this.follow(base, at);
    const count = this.small(place);
    const start = place + 32;
    if (start + count * words * 32 > this.size) throw new RangeError("calldata");
    const length = Math.min(count, maxParts + 1);
    return { start, count, places: Array.from({ length }, (_, index) => start + index * words * 32) };
  }
}
