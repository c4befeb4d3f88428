import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { isWeirError } from "../../errors/index.ts";
import { meaningsOfTypedData, readTypedData, typedDataRows } from "./typed-data.ts";

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
describe("typed data as it is shown", () => {
  it("is every value that is hashed, by its place and type", () => {
    expect(typedDataRows(read({ message: { ...message, note: "pay\u202eme" } }))).toEqual([
      { path: "domain.name", type: "string", value: "Example" },
      { path: "domain.version", type: "string", value: "1" },
      { path: "domain.chainId", type: "uint256", value: "1" },
      { path: "domain.verifyingContract", type: "address", value: token },
      { path: "message.maker", type: "address", value: someone },
      { path: "message.amounts[0]", type: "uint256", value: "5" },
      { path: "message.amounts[1]", type: "uint256", value: "6" },
      { path: "message.fee.delta", type: "int8", value: "-1" },
      { path: "message.isOpen", type: "bool", value: "true" },
      { path: "message.note", type: "string", value: "pay⟨U+202E⟩me" },
      { path: "message.data", type: "bytes", value: "0xabcd" },
      { path: "message.salt", type: "bytes4", value: "0x00000001" },
    ]);
  });

  it("has a line for a list and a type without anything in them", () => {
    const empty = read({
      types: {
        EIP712Domain: domainType,
        Order: [
          { name: "list", type: "Fee[]" },
          { name: "fee", type: "Fee" },
        ],
        Fee: [],
      },
      message: { list: [], fee: {} },
    });
    expect(typedDataRows(empty).slice(4)).toEqual([
      { path: "message.list", type: "Fee[]", value: "[]" },
      { path: "message.fee", type: "Fee", value: "{}" },
    ]);
  });
});

describe("any JSON", () => {
  const names = Object.getOwnPropertyNames(Object.prototype).join();
  afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(names));

  it("is read or refused with a reason, and what is read has a meaning and lines", () => {
    const type = fc.constantFrom(
      "uint256",
      "Fee",
      "Fee[]",
      "address",
      "__proto__",
      "Order",
      "string[2]",
      "x",
      "bytes32",
    );
    const fields = fc.array(fc.record({ name: fc.constantFrom("a", "b", "__proto__", "toString"), type }), {
      maxLength: 4,
    });
    const site = fc.record(
      {
        types: fc.record(
          { EIP712Domain: fc.constantFrom([], domainType), Order: fields, Fee: fields },
          { requiredKeys: [] },
        ),
        primaryType: fc.constantFrom("Order", "Fee", "Permit", "__proto__"),
        domain: fc.constantFrom({}, domain),
        message: fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom("a", "b", "toString"), fc.jsonValue()),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          site.map((value) => JSON.stringify(value)),
          fc.json(),
          fc.string(),
        ),
        (json) => {
          try {
            const typed = readTypedData(json);
            expect(meaningsOfTypedData(typed).length).toBeGreaterThan(0);
            expect(typedDataRows(typed).length).toBeGreaterThan(0);
          } catch (error) {
            if (!isWeirError(error, "site/params-invalid")) throw error;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
