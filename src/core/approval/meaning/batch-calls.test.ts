import { Interface } from "ethers/abi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../account/account.ts";
import { formatAddress } from "../../account/address.ts";
import { permit2Address } from "../../allowance/standing-reads.ts";
import { meaningsOfCall } from "./call.ts";

const abi = new Interface([
  "function approve(address,uint256)",
  "function deposit()",
  "function multicall(bytes[])",
  "function aggregate((address,bytes)[])",
  "function blockAndAggregate((address,bytes)[])",
  "function tryAggregate(bool,(address,bytes)[])",
  "function tryBlockAndAggregate(bool,(address,bytes)[])",
  "function aggregate3((address,bool,bytes)[])",
  "function aggregate3Value((address,bool,uint256,bytes)[])",
  "function execute(address,uint256,bytes)",
  "function execute(bytes32,bytes)",
  "function executeBatch((address,uint256,bytes)[])",
  "function executeBatch(address[],bytes[])",
  "function executeBatch(address[],uint256[],bytes[])",
  "function multiSend(bytes)",
  "function execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
  "function multicall(uint256,bytes[])",
  "function multicall(bytes32,bytes[])",
]);
const call = (name: string, ...values: unknown[]) => abi.encodeFunctionData(name, values) as Hex;
const address = (byte: string) => formatAddress(`0x${byte.repeat(20)}`);
const [token, spender, batch, safe] = [address("a1"), address("b2"), address("c3"), address("d4")];
const zero = `0x${"00".repeat(20)}`;
const approve = call("approve", spender, 5n);
const approval = { kind: "approval", form: "approve", token, spender, amount: 5n };
const deposit = call("deposit");
const read = (to: Address, data: string) => meaningsOfCall({ to, data: data as Hex, value: 0n });
const packed = (operation: number, to: string, value: bigint, data: string) =>
  [
    operation.toString(16).padStart(2, "0"),
    to.slice(2),
    value.toString(16).padStart(64, "0"),
    ((data.length - 2) / 2).toString(16).padStart(64, "0"),
    data.slice(2),
  ].join("");
const execTransaction = (to: string, data: string, operation: number) =>
  call("execTransaction", to, 0n, data, operation, 0n, 0n, 0n, zero, zero, "0x");

describe("an approval in a batch", () => {
  it.each([
    ["multicall(bytes[])", call("multicall(bytes[])", [deposit, approve])],
    ["multicall(uint256,bytes[])", call("multicall(uint256,bytes[])", 99n, [approve, deposit])],
    [
      "multicall(bytes32,bytes[])",
      call("multicall(bytes32,bytes[])", `0x${"00".repeat(32)}`, [approve, deposit]),
    ],
  ])("is the account's own on the contract called, in %s", (_, data) => {
    const meanings = read(token, data);
    expect(meanings).toContainEqual(approval);
    expect(meanings).toContainEqual({ kind: "unknown", to: token, selector: "0xd0e30db0" });
    expect(meanings).toHaveLength(2);
  });

  it.each([
    ["aggregate", call("aggregate", [[token, approve]])],
    ["blockAndAggregate", call("blockAndAggregate", [[token, approve]])],
    ["tryAggregate", call("tryAggregate", true, [[token, approve]])],
    ["tryBlockAndAggregate", call("tryBlockAndAggregate", false, [[token, approve]])],
    ["aggregate3", call("aggregate3", [[token, true, approve]])],
    ["aggregate3Value", call("aggregate3Value", [[token, true, 0n, approve]])],
    ["execute(address,uint256,bytes)", call("execute(address,uint256,bytes)", token, 0n, approve)],
    [
      "executeBatch((address,uint256,bytes)[])",
      call("executeBatch((address,uint256,bytes)[])", [[token, 0n, approve]]),
    ],
    ["executeBatch(address[],bytes[])", call("executeBatch(address[],bytes[])", [token], [approve])],
    [
      "executeBatch(address[],uint256[],bytes[])",
      call("executeBatch(address[],uint256[],bytes[])", [token], [], [approve]),
    ],
    ["multiSend", call("multiSend", `0x${packed(0, token, 0n, approve)}`)],
    ["execTransaction", execTransaction(token, approve, 0)],
    [
      "execute(bytes32,bytes), one call",
      call(
        "execute(bytes32,bytes)",
        `0x${"00".repeat(32)}`,
        `0x${token.slice(2)}${"00".repeat(32)}${approve.slice(2)}`,
      ),
    ],
    [
      "execute(bytes32,bytes), several",
      call(
        "execute(bytes32,bytes)",
        `0x01${"00".repeat(31)}`,
        `0x${call("executeBatch((address,uint256,bytes)[])", [[token, 0n, approve]]).slice(10)}`,
      ),
    ],
  ])("is given by the contract that calls on, in %s", (_, data) => {
    expect(read(batch, data)).toEqual([{ ...approval, by: batch }]);
  });

  it("is the Safe's when the Safe runs MultiSend's code, and nobody's when it runs another's", () => {
    const send = call("multiSend", `0x${packed(0, token, 0n, approve)}`);
    expect(read(safe, execTransaction(batch, send, 1))).toEqual([{ ...approval, by: safe }]);
    const foreign = call("multiSend", `0x${packed(1, token, 0n, approve)}`);
    expect(read(safe, foreign)).toEqual([{ kind: "unknown", to: token, selector: "0x095ea7b3" }]);
    expect(read(safe, execTransaction(token, approve, 1))).toEqual([
      { kind: "unknown", to: token, selector: "0x095ea7b3" },
    ]);
  });

  it("stands beside native value that is passed on", () => {
    const native = { kind: "transfer", token: "native", to: token, by: batch };
    expect(
      read(
        batch,
        call("aggregate3Value", [
          [token, true, 7n, deposit],
          [token, true, 8n, "0x"],
        ]),
      ),
    ).toEqual([
      { ...native, amount: 7n },
      { kind: "unknown", to: token, selector: "0xd0e30db0" },
      { ...native, amount: 8n },
    ]);
  });

  it("stays when what follows it cannot be read", () => {
    const send = call(
      "multiSend",
      `0x${packed(0, token, 0n, approve)}${packed(0, token, 0n, approve).slice(0, -8)}`,
    );
    expect(read(batch, send)).toEqual([
      { ...approval, by: batch },
      { kind: "unknown", to: batch, selector: "0x8d80ff0a" },
    ]);
    const sides = call("executeBatch(address[],bytes[])", [token, token], [approve]);
    expect(read(batch, sides)).toEqual([{ kind: "unknown", to: batch, selector: "0x18dfb3c7" }]);
  });

  it("is read through offsets in no usual order, and not through those that lead outside", () => {
    const two = `${call("multicall(bytes[])", [approve, deposit]).slice(2)}`;
    // Both offsets to the first element: the second call is the approval again.
    const at = 8 + 64 * 3;
    const same = `0x${two.slice(0, at)}${two.slice(at - 64, at)}${two.slice(at + 64)}`;
    expect(read(token, same)).toEqual([approval, approval]);
    const outside = `0x${two.slice(0, at)}${"f".repeat(64)}${two.slice(at + 64)}`;
    expect(read(token, outside)).toEqual([approval, { kind: "unknown", to: token, selector: "0xac9650d8" }]);
  });
});

describe("however calls lie in each other", () => {
  const wraps: ((to: Address, data: Hex) => [Address, Hex])[] = [
    (to, data) => [to, call("multicall(bytes[])", [data])],
    (to, data) => [to, call("multicall(uint256,bytes[])", 1n, [deposit, data])],
    (to, data) => [batch, call("aggregate3", [[to, false, data]])],
    (to, data) => [safe, call("execute(address,uint256,bytes)", to, 0n, data)],
    (to, data) => [safe, execTransaction(to, data, 0)],
    (to, data) => [batch, call("multiSend", `0x${packed(0, to, 0n, data)}`)],
  ];

  it("the approval found is the one that was encoded", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...wraps), { maxLength: 6 }),
        fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
        (nesting, amount) => {
          let [to, data]: [Address, Hex] = [token, call("approve", spender, amount)];
          for (const wrap of nesting) [to, data] = wrap(to, data);
          const approvals = meaningsOfCall({ to, data, value: 0n }).filter(({ kind }) => kind === "approval");
          expect(approvals).toMatchObject([{ ...approval, amount }]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("what lies too deep or is too many is said to be unread", () => {
    let deep = approve;
    for (let depth = 0; depth < 12; depth++) deep = call("multicall(bytes[])", [deep]);
    expect(read(token, deep)).toEqual([
      { kind: "unknown", to: token, selector: "0xac9650d8", hint: "too-many-parts" },
    ]);
    const many = read(token, call("multicall(bytes[])", Array(400).fill(approve)));
    expect(many.length).toBeLessThan(257);
    expect(many.at(-1)).toMatchObject({ kind: "unknown", hint: "too-many-parts" });
  });

  it("a batch whose elements are all itself ends", () => {
    // Each of 1 000 elements begins at the batch's own words: without bounds, 1 000^8 calls.
    const word = (value: number) => value.toString(16).padStart(64, "0");
    const head = `${word(32)}${word(1000)}`;
    const inner = `ac9650d8${head}${word(1000 * 32).repeat(1000)}`;
    const data = `0xac9650d8${head}${word(1000 * 32).repeat(1000)}${word(inner.length / 2)}${inner}`;
    expect(read(token, data).length).toBeLessThan(300);
  });
});

describe("any bytes", () => {
  const selectors = abi.fragments.map((fragment) =>
    fragment.type === "function" ? (abi.getFunction(fragment.format())?.selector ?? "0x") : "0x",
  );

  it("are read without throwing, into at most 257 meanings and those unknown", () => {
    const words = fc.array(
      fc.oneof(
        fc.nat({ max: 20 }).map((small) => (small * 32).toString(16).padStart(64, "0")),
        fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex")),
        fc.constantFrom(...selectors).map((selector) => selector.slice(2)),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...selectors),
        words,
        fc.constantFrom(token, permit2Address),
        (first, rest, to) => {
          expect(read(to, first + rest.join("")).length).toBeLessThan(600);
        },
      ),
      { numRuns: 500 },
    );
  });
});
