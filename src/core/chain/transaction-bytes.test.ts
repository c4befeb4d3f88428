import { secp256k1 } from "@noble/curves/secp256k1.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { computeAddress, Transaction } from "ethers/transaction";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hex } from "../account/account.ts";
import type { UnsignedTransaction } from "./access.ts";
import { signedTransaction, signerOf, signingDigest, transactionOf } from "./transaction-bytes.ts";

const key = new Uint8Array(32).fill(0x46);
const uint = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
const bytes = (length: { minLength: number; maxLength: number }) =>
  fc.uint8Array(length).map((value) => `0x${Buffer.from(value).toString("hex")}` as Hex);

const transactions: fc.Arbitrary<UnsignedTransaction> = fc
  .record({
    chainId: fc.integer({ min: 1, max: 2 ** 40 }),
    nonce: fc.integer({ min: 0, max: 2 ** 32 }),
    to: fc.option(bytes({ minLength: 20, maxLength: 20 }), { nil: undefined }),
    data: bytes({ minLength: 0, maxLength: 200 }),
    value: uint(128),
    gasLimit: uint(40),
    tip: uint(60),
    above: uint(60),
  })
  .map(({ tip, above, ...rest }) => ({ ...rest, maxPriorityFeePerGas: tip, maxFeePerGas: tip + above }));

function sign(digest: Hex) {
  const signature = secp256k1.sign(hexToBytes(digest.slice(2)), key, { prehash: false, format: "recovered" });
  const hex = (from: number, to: number): Hex =>
    `0x${Buffer.from(signature.subarray(from, to)).toString("hex")}`;
  return { v: signature[0] === 0 ? 27 : 28, r: hex(1, 33), s: hex(33, 65) } as const;
}

describe("EIP-1559 bytes", () => {
  it("are what ethers makes of the same transaction, signature and sender included", () => {
    const address = computeAddress(`0x${Buffer.from(key).toString("hex")}`);
    fc.assert(
      fc.property(transactions, (unsigned) => {
        const theirs = Transaction.from({ type: 2, ...unsigned, to: unsigned.to ?? null });
        const digest = signingDigest(unsigned);
        expect(digest).toBe(theirs.unsignedHash);
        const signature = sign(digest);
        theirs.signature = signature;
        const ours = signedTransaction(unsigned, signature);
        expect(ours).toEqual({ raw: theirs.serialized, hash: theirs.hash });
        expect(Transaction.from(ours.raw).from).toBe(address);
        expect(signerOf(ours.raw)).toBe(address);
      }),
      { numRuns: 200 },
    );
  });

  it("give the fields back", () => {
    fc.assert(
      fc.property(transactions, (unsigned) => {
        const { raw } = signedTransaction(unsigned, sign(signingDigest(unsigned)));
        expect(transactionOf(raw)).toEqual(unsigned);
      }),
    );
  });

  it("refuse bytes of another kind", () => {
    for (const raw of ["0x", "0x02", "0x02c0", "0x01c0", "0xf86c"] as const)
      expect(() => transactionOf(raw)).toThrow();
  });
});
