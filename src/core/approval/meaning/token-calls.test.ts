import { Interface } from "ethers/abi";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../account/account.ts";
import { formatAddress } from "../../account/address.ts";
import { meaningsOfCall } from "./call.ts";

const token = formatAddress("0xae7ab96520de3a18e5e111b5eaab095312d7fe84");
const someone = formatAddress(`0x${"a1".repeat(20)}`);
const other = formatAddress(`0x${"b2".repeat(20)}`);
const all = 2n ** 256n - 1n;
const word = `0x${"77".repeat(32)}`;

/** Call data of a function, by its signature alone. */
function encode(signature: string, values: readonly unknown[]): Hex {
  const [fragment] = new Interface([`function ${signature}`]).fragments;
  if (!fragment) throw new Error(signature);
  return new Interface([fragment]).encodeFunctionData(signature, values) as Hex;
}

const read = (data: Hex, to: Address = token) => meaningsOfCall({ to, data, value: 0n });

describe("one call on a token", () => {
  const approve = { kind: "approval", form: "approve", token, spender: someone, amount: 5n };
  const increase = { ...approve, form: "increase" };
  const transfer = { kind: "transfer", token, to: someone, amount: 5n };
  const moved = { kind: "transfer", token, from: someone, to: other, amount: 5n };
  const operator = { kind: "approval", form: "operator", token, spender: someone, amount: all };
  const permit = {
    kind: "approval",
    form: "permit",
    token,
    owner: someone,
    spender: other,
    amount: 5n,
    until: 99n,
  };
  const dai = { ...permit, form: "dai-permit", amount: all, nonce: 3n };
  const self = { kind: "approval", form: "permit", token: other, spender: token, amount: 5n, until: 99n };
  const vrs = [27, word, word];

  it.each<[string, unknown[], unknown]>([
    ["approve(address,uint256)", [someone, 5n], approve],
    ["approveAndCall(address,uint256)", [someone, 5n], approve],
    ["approveAndCall(address,uint256,bytes)", [someone, 5n, "0x1234"], approve],
    ["increaseAllowance(address,uint256)", [someone, 5n], increase],
    ["increaseApproval(address,uint256)", [someone, 5n], increase],
    ["decreaseAllowance(address,uint256)", [someone, 5n], { ...increase, amount: -5n }],
    ["decreaseApproval(address,uint256)", [someone, 5n], { ...increase, amount: -5n }],
    ["transfer(address,uint256)", [someone, 5n], transfer],
    ["transferAndCall(address,uint256)", [someone, 5n], transfer],
    ["transferAndCall(address,uint256,bytes)", [someone, 5n, "0x"], transfer],
    ["send(address,uint256,bytes)", [someone, 5n, "0x"], transfer],
    ["transferFrom(address,address,uint256)", [someone, other, 5n], moved],
    ["transferFromAndCall(address,address,uint256)", [someone, other, 5n], moved],
    ["transferFromAndCall(address,address,uint256,bytes)", [someone, other, 5n, "0x"], moved],
    ["setApprovalForAll(address,bool)", [someone, true], operator],
    ["setApprovalForAll(address,bool)", [someone, false], { ...operator, amount: 0n }],
    ["setOperator(address,bool)", [someone, true], operator],
    ["authorizeOperator(address)", [someone], operator],
    ["revokeOperator(address)", [someone], { ...operator, amount: 0n }],
    ["approve(address,uint256,uint256)", [someone, 8n, 5n], { ...approve, id: 8n }],
    ["transfer(address,uint256,uint256)", [someone, 8n, 5n], { ...transfer, id: 8n }],
    ["transferFrom(address,address,uint256,uint256)", [someone, other, 8n, 5n], { ...moved, id: 8n }],
    ["safeTransferFrom(address,address,uint256)", [someone, other, 8n], { ...moved, id: 8n, amount: 1n }],
    [
      "safeTransferFrom(address,address,uint256,bytes)",
      [someone, other, 8n, "0x"],
      { ...moved, id: 8n, amount: 1n },
    ],
    [
      "safeTransferFrom(address,address,uint256,uint256,bytes)",
      [someone, other, 8n, 5n, "0x"],
      { ...moved, id: 8n },
    ],
    [
      "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
      [someone, other, 5n, 99n, ...vrs],
      permit,
    ],
    ["permit(address,address,uint256,uint256,bytes)", [someone, other, 5n, 99n, "0x12"], permit],
    [
      "permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)",
      [someone, other, 3n, 99n, true, ...vrs],
      dai,
    ],
    [
      "permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)",
      [someone, other, 3n, 99n, false, ...vrs],
      { ...dai, amount: 0n },
    ],
    [
      "permit(address,uint256,uint256,uint8,bytes32,bytes32)",
      [someone, 8n, 99n, ...vrs],
      { kind: "approval", form: "permit", token, spender: someone, amount: 1n, id: 8n, until: 99n },
    ],
    ["selfPermit(address,uint256,uint256,uint8,bytes32,bytes32)", [other, 5n, 99n, ...vrs], self],
    ["selfPermitIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)", [other, 5n, 99n, ...vrs], self],
    [
      "selfPermitAllowed(address,uint256,uint256,uint8,bytes32,bytes32)",
      [other, 3n, 99n, ...vrs],
      { ...self, form: "dai-permit", amount: all, nonce: 3n },
    ],
    [
      "selfPermitAllowedIfNecessary(address,uint256,uint256,uint8,bytes32,bytes32)",
      [other, 3n, 99n, ...vrs],
      { ...self, form: "dai-permit", amount: all, nonce: 3n },
    ],
    ...["transferWithAuthorization", "receiveWithAuthorization"].flatMap(
      (name): [string, unknown[], unknown][] => [
        [
          `${name}(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)`,
          [someone, other, 5n, 1n, 99n, word, ...vrs],
          { ...moved, until: 99n },
        ],
        [
          `${name}(address,address,uint256,uint256,uint256,bytes32,bytes)`,
          [someone, other, 5n, 1n, 99n, word, "0x12"],
          { ...moved, until: 99n },
        ],
      ],
    ),
  ])("%s", (signature, values, meaning) => {
    expect(read(encode(signature, values))).toEqual([meaning]);
  });

  it("is read item by item where it moves several", () => {
    const signature = "safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)";
    expect(read(encode(signature, [someone, other, [8n, 9n], [5n, 6n], "0x"]))).toEqual([
      { ...moved, id: 8n },
      { ...moved, id: 9n, amount: 6n },
    ]);
    expect(read(encode(signature, [someone, other, [8n], [5n, 6n], "0x"]))).toEqual([
      { kind: "unknown", to: token, selector: "0x2eb2c2d6" },
    ]);
  });
});

describe("call data that no encoder makes", () => {
  const approve = encode("approve(address,uint256)", [someone, 5n]);
  const meaning = { kind: "approval", form: "approve", token, spender: someone, amount: 5n };

  it("means the same with bytes behind the arguments", () => {
    expect(read(`${approve}${"ff".repeat(500)}`)).toEqual([meaning]);
  });

  it("means what an old compiler's contract does of dirt above an address: drops it", () => {
    expect(read(approve.replace("0".repeat(24), "f".repeat(24)) as Hex)).toEqual([meaning]);
  });

  it("has zeros behind its end, as the EVM reads it", () => {
    expect(read(approve.slice(0, -63) as Hex)).toEqual([{ ...meaning, amount: 0n }]);
    expect(read(`${approve.slice(0, 74)}ff` as Hex)).toEqual([{ ...meaning, amount: 255n << 248n }]);
  });

  it("takes any bool but nought for a yes", () => {
    const data = `${encode("setApprovalForAll(address,bool)", [someone, false]).slice(0, -2)}02`;
    expect(read(data as Hex)).toMatchObject([{ form: "operator", amount: all }]);
  });

  it("is unknown when it is a name alone, or none", () => {
    expect(read("0x095ea7b3")).toEqual([{ kind: "unknown", to: token, selector: "0x095ea7b3" }]);
    expect(read("0x09")).toEqual([{ kind: "unknown", to: token, selector: "0x09" }]);
  });
});

describe("what is no call on a token", () => {
  it("is nothing for a plain payment, and unknown for a deployment", () => {
    expect(meaningsOfCall({ to: token, data: "0x", value: 5n })).toEqual([]);
    expect(meaningsOfCall({ data: "0x6001", value: 0n })).toEqual([{ kind: "unknown" }]);
  });
});
