import { Interface } from "ethers/abi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../core/account/account.ts";
import { decodeAggregate, encodeAggregate, encodedSize } from "./aggregate.ts";
import { Malformed } from "./quantity.ts";

const abi = new Interface([
  "function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[])",
]);
const bytes = fc
  .uint8Array({ maxLength: 200 })
  .map((value): Hex => `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);
const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((value): Address => `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);

describe("aggregate3", () => {
  it("is written as a general ABI coder writes it, in the size foretold", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ to: address, data: bytes })), (calls) => {
        const encoded = encodeAggregate(calls);
        expect(encoded).toBe(
          abi.encodeFunctionData("aggregate3", [calls.map(({ to, data }) => [to, true, data])]),
        );
        const size = calls.reduce((total, { data }) => total + encodedSize(data), 4 + 64);
        expect((encoded.length - 2) / 2).toBe(size);
      }),
    );
  });

  it("is read as a general ABI coder wrote it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), bytes)), (results) => {
        const encoded = abi.encodeFunctionResult("aggregate3", [results]) as Hex;
        const expected = results.map(([success, data]) => (success ? data : undefined));
        expect(decodeAggregate(encoded, results.length)).toEqual(expected);
        expect(() => decodeAggregate(encoded, results.length + 1)).toThrow(Malformed);
      }),
    );
  });

  it("cut short or made of random bytes is malformed or keeps its count, and never breaks", () => {
    const encoded = abi.encodeFunctionResult("aggregate3", [
      [
        [true, "0x1234"],
        [false, "0x"],
      ],
    ]) as Hex;
    for (let length = 2; length < encoded.length - 64; length += 2) {
      expect(() => decodeAggregate(encoded.slice(0, length) as Hex, 2)).toThrow(Malformed);
    }
    fc.assert(
      fc.property(fc.nat(encoded.length / 2 - 2), fc.nat(255), (place, byte) => {
        const at = 2 + 2 * place;
        const bent =
          `${encoded.slice(0, at)}${byte.toString(16).padStart(2, "0")}${encoded.slice(at + 2)}` as Hex;
        try {
          expect(decodeAggregate(bent, 2)).toHaveLength(2);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
    );
  });
});
