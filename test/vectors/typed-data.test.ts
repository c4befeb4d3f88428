import { describe, expect, it } from "vitest";
import type { Hex } from "../../src/core/account/account.ts";
import { addressOfKey } from "../../src/core/account/address.ts";
import { typedDataDigest } from "../../src/core/account/typed-data-digest.ts";
import { readTypedData } from "../../src/core/approval/meaning/typed-data.ts";
import { signDigest } from "../../src/signers/memory/digest-signature.ts";
import signed from "./data/eip712-eth-sig-util.json" with { type: "json" };
import hashed from "./data/eip712-ethers.json" with { type: "json" };

const order = {
  name: "string",
  version: "string",
  chainId: "uint256",
  verifyingContract: "address",
  salt: "bytes32",
};

describe("EIP-712, ethers' vectors through the reading of a site's JSON", () => {
  it.each(hashed)("$name", ({ domain, primaryType, types, data, digest }) => {
    // The source leaves the domain's type out; sites send it.
    const EIP712Domain = Object.entries(order)
      .filter(([name]) => Object.hasOwn(domain, name))
      .map(([name, type]) => ({ name, type }));
    const json = JSON.stringify({ domain, primaryType, types: { ...types, EIP712Domain }, message: data });
    expect(typedDataDigest(readTypedData(json))).toBe(digest);
  });
});

describe("eth_signTypedData_v4, the signatures of MetaMask's library", () => {
  const key = Uint8Array.from(
    Buffer.from("4af1bceebf7f3634ec3cff8a2c38e51178d5d4ce585c52d6043e5e2cc3418bb0", "hex"),
  );
  const account = addressOfKey(key);

  function sign(vector: object): string {
    const { v, r, s } = signDigest(typedDataDigest(readTypedData(JSON.stringify(vector))), key, account);
    return `${r}${s.slice(2)}${v.toString(16)}` as Hex;
  }

  /** What that library lets pass and this wallet does not: nobody can say what such a value stands for. */
  const refused = signed.filter((vector) => {
    try {
      sign(vector);
      return false;
    } catch {
      return true;
    }
  });

  it.each(signed.filter((vector) => !refused.includes(vector)))("signs alike: $name", (vector) => {
    expect(sign(vector)).toBe(vector.signature);
  });

  it("refuses what is no exact value of its type, and says why", () => {
    expect(refused.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "should sign a minimal valid typed message",
        "should sign a typed message with a domain separator that uses all fields",
        "should sign a typed message with extra domain seperator fields",
        "should sign a typed message with only custom domain seperator fields",
        "example data type "bytes" should sign "10" (type "number")",
        "example data type "bytes" should sign "10" (type "string")",
        "example data type "bytes" should sign "0x101" (type "string")",
        "example data type "bytes" should sign "0x1fffffffffffff1" (type "string")",
        "example data type "bytes" should sign "0x0" (type "string")",
        "example data type "string" should sign "10" (type "number")",
        "example data type "string" should sign array of all string example data",
        "example data type "address" should sign "0x0" (type "string")",
        "example data type "address" should sign "0x10" (type "string")",
        "example data type "address" should sign "10" (type "number")",
        "example data type "address" should sign "bBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" (type "string")",
        "example data type "address" should sign "9007199254740991" (type "number")",
        "example data type "address" should sign "0x1fffffffffffff" (type "string")",
        "example data type "address" should sign "0x1fffffffffffff1" (type "string")",
        "example data type "address" should sign array of all address example data",
        "example data type "bool" should sign "true" (type "string")",
        "example data type "bool" should sign "false" (type "string")",
        "example data type "bool" should sign "0" (type "number")",
        "example data type "bool" should sign "1" (type "number")",
        "example data type "bool" should sign "-1" (type "number")",
        "example data type "bool" should sign "9007199254740991" (type "number")",
        "example data type "bool" should sign array of all bool example data",
        "example data type "bytes1" should sign "0x101" (type "string")",
        "example data type "bytes1" should sign "10" (type "number")",
        "example data type "bytes1" should sign "0" (type "number")",
        "example data type "bytes1" should sign "1" (type "number")",
        "example data type "bytes1" should sign "-1" (type "number")",
        "example data type "bytes1" should sign "9007199254740991" (type "number")",
        "example data type "bytes1" should sign "0x1fffffffffffff" (type "string")",
        "example data type "bytes1" should sign "0x1fffffffffffff1" (type "string")",
        "example data type "bytes32" should sign "0x10" (type "string")",
        "example data type "bytes32" should sign "0x101" (type "string")",
        "example data type "bytes32" should sign "10" (type "number")",
        "example data type "bytes32" should sign "0" (type "number")",
        "example data type "bytes32" should sign "1" (type "number")",
        "example data type "bytes32" should sign "-1" (type "number")",
        "example data type "bytes32" should sign "9007199254740991" (type "number")",
        "example data type "bytes32" should sign "0x1fffffffffffff" (type "string")",
        "example data type "bytes32" should sign "0x1fffffffffffff1" (type "string")",
        "example data type "int8" should sign "255" (type "number")",
        "example data type "int8" should sign "-255" (type "number")",
        "example data type "int8" should sign array of all int8 example data",
        "example data type "int" should sign "0" (type "number")",
        "example data type "int" should sign "0" (type "string")",
        "example data type "int" should sign "0x0" (type "string")",
        "example data type "int" should sign "9007199254740991" (type "number")",
        "example data type "int" should sign "-9007199254740991" (type "number")",
        "example data type "int" should sign array of all int example data",
        "example data type "uint" should sign "0" (type "number")",
        "example data type "uint" should sign "0" (type "string")",
        "example data type "uint" should sign "0x0" (type "string")",
        "example data type "uint" should sign "9007199254740991" (type "number")",
        "example data type "uint" should sign array of all uint example data",
        "should sign data with a recursive data type",
        "should sign data with a dynamic property set to null",
        "should sign data with a custom type property set to null",
      ]
    `);
    for (const vector of refused) {
      expect(() => readTypedData(JSON.stringify(vector))).toThrow(
        expect.objectContaining({ code: "site/params-invalid", params: { detail: expect.any(String) } }),
      );
    }
  });
});
