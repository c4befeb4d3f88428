import { describe, expect, it } from "vitest";
import { isWeirError } from "../../errors/index.ts";
import { readTypedData } from "./typed-data.ts";

const token = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const someone = "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2";
const domainType = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];
const domain = { name: "Example", version: "1", chainId: 1, verifyingContract: token };
const types = {
  EIP712Domain: domainType,
  Order: [
    { name: "maker", type: "address" },
    { name: "amounts", type: "uint256[2]" },
    { name: "fee", type: "Fee" },
    { name: "isOpen", type: "bool" },
    { name: "note", type: "string" },
    { name: "data", type: "bytes" },
    { name: "salt", type: "bytes4" },
  ],
  Fee: [{ name: "delta", type: "int8" }],
};
const message = {
  maker: someone,
  amounts: ["5", 6],
  fee: { delta: -1 },
  isOpen: true,
  note: "hi",
  data: "0xABCD",
  salt: "0x00000001",
};
const data = { types, primaryType: "Order", domain, message };
const read = (change: object = {}) => readTypedData(JSON.stringify({ ...data, ...change }));
const withDomain = (change: object, type: object[] = domainType) =>
  read({ domain: { ...domain, ...change }, types: { ...types, EIP712Domain: type } });
const refusal = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!isWeirError(error, "site/params-invalid")) throw error;
    return (error.params as { detail: string }).detail.replace("typed data: ", "");
  }
};

describe("typed data of a site", () => {
  it("is read into one form of each value, without the types that nothing needs", () => {
    expect(read({ types: { ...types, Unused: [{ name: "x", type: "Nowhere" }], Broken: 5 } })).toEqual({
      domain: { ...domain, chainId: 1n },
      primaryType: "Order",
      types: { Order: types.Order, Fee: types.Fee },
      message: { ...message, amounts: [5n, 6n], fee: { delta: -1n }, data: "0xabcd" },
    });
  });

  it("leaves out what its types do not have, and so does not sign it", () => {
    const more = { ...message, more: 1, fee: { delta: -1, constructor: 5 } };
    expect(read({ message: more })).toEqual(read());
  });

  it("takes a chain's number in every exact form", () => {
    for (const chainId of [10, "10", "0xa", "0x0A"]) expect(withDomain({ chainId }).domain.chainId).toBe(10n);
    for (const chainId of [1.5, "1.0", "1e1", "", " 1", "01", -1, null, "0x", 2 ** 53, "9007199254740993"]) {
      expect(
        refusal(() => withDomain({ chainId })),
        String(chainId),
      ).toMatch(/^domain.chainId/);
    }
  });

  it.each<[string, string | RegExp, () => unknown]>([
    ["no JSON", "no JSON", () => readTypedData("{")],
    ["no object", "no object", () => readTypedData("[]")],
    ["no types", "types are missing", () => read({ types: undefined })],
    ["no primary type", "primaryType is missing", () => read({ primaryType: undefined })],
    [
      "a primary type that is not there",
      "Offer is not among the types",
      () => read({ primaryType: "Offer" }),
    ],
    ["the domain as message", "a type's name is not allowed", () => read({ primaryType: "EIP712Domain" })],
    ["no domain", "domain is missing", () => read({ domain: null })],
    ["no message", "message is no Order", () => read({ message: null })],
    [
      "an unknown type",
      "Nothing is not among the types",
      () => read({ types: { ...types, Fee: [{ name: "delta", type: "Nothing" }] } }),
    ],
    [
      "a type without a size",
      "a type's name is not allowed",
      () => read({ types: { ...types, Fee: [{ name: "delta", type: "int" }] } }),
    ],
    [
      "a size that is none",
      "a type's name is not allowed",
      () => read({ types: { ...types, Fee: [{ name: "delta", type: "int7" }] } }),
    ],
    [
      "a type that contains itself",
      "Fee contains itself",
      () => read({ types: { ...types, Fee: [{ name: "delta", type: "Fee[]" }] } }),
    ],
    [
      "types that contain each other",
      "Order contains itself",
      () => read({ types: { ...types, Fee: [{ name: "delta", type: "Order" }] } }),
    ],
    [
      "a field twice",
      "Fee has a field twice",
      () => read({ types: { ...types, Fee: [...types.Fee, ...types.Fee] } }),
    ],
    [
      "an elementary type defined anew",
      "address is defined anew",
      () => read({ types: { ...types, address: types.Fee } }),
    ],
    [
      "a field with no type",
      "Fee has a malformed field",
      () => read({ types: { ...types, Fee: [{ name: "delta" }] } }),
    ],
    [
      "a field named like a path",
      "Fee has a malformed field name",
      () => read({ types: { ...types, Fee: [{ name: "a.b", type: "bool" }] } }),
    ],
    [
      "a missing field",
      "message.maker is missing",
      () => read({ message: { ...message, maker: undefined } }),
    ],
    [
      "a list of another length",
      "message.amounts has another length",
      () => read({ message: { ...message, amounts: [1] } }),
    ],
    [
      "a list that is none",
      "message.amounts is no list",
      () => read({ message: { ...message, amounts: { 0: 1, 1: 2 } } }),
    ],
    [
      "a number that was rounded",
      "message.amounts[0] is no exact uint256",
      () => read({ message: { ...message, amounts: [1e18, 1] } }),
    ],
    [
      "an empty number",
      "message.amounts[0] is no exact uint256",
      () => read({ message: { ...message, amounts: ["", 1] } }),
    ],
    [
      "a negative amount",
      "message.amounts[1] does not fit uint256",
      () => read({ message: { ...message, amounts: [1, "-1"] } }),
    ],
    [
      "a number beyond its type",
      "message.fee.delta does not fit int8",
      () => read({ message: { ...message, fee: { delta: 128 } } }),
    ],
    ["a short address", "message.maker is no address", () => read({ message: { ...message, maker: "0x1" } })],
    [
      "a word for a bool",
      "message.isOpen is neither true nor false",
      () => read({ message: { ...message, isOpen: "false" } }),
    ],
    ["a number for a text", "message.note is no text", () => read({ message: { ...message, note: 5 } })],
    ["half a character", "message.note is no text", () => read({ message: { ...message, note: "\ud800" } })],
    ["odd hex", "message.data is no hex data", () => read({ message: { ...message, data: "0xabc" } })],
    [
      "bytes of another length",
      "message.salt is not 4 bytes long",
      () => read({ message: { ...message, salt: "0x01" } }),
    ],
    [
      "an empty contract",
      "domain.verifyingContract is no address",
      () => withDomain({ verifyingContract: "0x" }),
    ],
    [
      "a contract that is no address",
      "domain.verifyingContract is no address",
      () => withDomain({ verifyingContract: "example" }),
    ],
    [
      "a domain of unknown fields",
      "domain has a field that EIP-712 does not know",
      () => withDomain({ origin: "x" }),
    ],
    [
      "a domain that is not declared",
      "EIP712Domain is not the type of the domain",
      () => read({ types: { ...types, EIP712Domain: undefined } }),
    ],
    [
      "a domain declared in part",
      "EIP712Domain is not the type of the domain",
      () => withDomain({}, domainType.slice(0, 3)),
    ],
    [
      "a domain declared in another order",
      "EIP712Domain is not the type of the domain",
      () => withDomain({}, domainType.toReversed()),
    ],
    [
      "a domain declared with another type",
      "EIP712Domain is not the type of the domain",
      () => withDomain({}, [...domainType.slice(0, 3), { name: "verifyingContract", type: "string" }]),
    ],
    [
      "too many values",
      "too many values",
      () =>
        read({
          types: { ...types, Fee: [{ name: "delta", type: "int8[]" }] },
          message: { ...message, fee: { delta: Array(5000).fill(1) } },
        }),
    ],
    [
      "arrays too deep",
      "arrays too deep",
      () => read({ types: { ...types, Fee: [{ name: "delta", type: `int8${"[]".repeat(40)}` }] } }),
    ],
  ])("is refused with %s", (_, reason, act) => {
    expect(refusal(act)).toBe(reason);
  });

  it("leaves out a name or version that its domain does not declare, and so does not sign", () => {
    const [name, , ...binding] = domainType;
    expect(withDomain({}, [name ?? {}, ...binding]).domain).toEqual({
      name: "Example",
      chainId: 1n,
      verifyingContract: token,
    });
  });

  it("may name things after what every object has, which stays plain data", () => {
    const names = ["constructor", "toString", "hasOwnProperty", "valueOf"];
    const odd = {
      ...data,
      types: { EIP712Domain: domainType, constructor: names.map((name) => ({ name, type: "uint8" })) },
      primaryType: "constructor",
      message: Object.fromEntries(names.map((name, at) => [name, at])),
    };
    expect(readTypedData(JSON.stringify(odd)).message).toEqual({
      constructor: 0n,
      toString: 1n,
      hasOwnProperty: 2n,
      valueOf: 3n,
    });
    expect(refusal(() => readTypedData(JSON.stringify({ ...odd, message: {} })))).toBe(
      "message.constructor is missing",
    );
    expect(refusal(() => read({ primaryType: "toString" }))).toBe("toString is not among the types");
  });

  it("may not name anything after the prototype", () => {
    const json = JSON.stringify(data);
    expect(refusal(() => readTypedData(json.replaceAll('"Fee"', '"__proto__"')))).toBe(
      "a type's name is not allowed",
    );
    expect(refusal(() => readTypedData(json.replaceAll('"delta"', '"__proto__"')))).toBe(
      "Fee has a malformed field name",
    );
    expect(readTypedData(json.replace('"maker":"0x', '"__proto__":{},"maker":"0x'))).toEqual(read());
  });
});
