import { AbiCoder, Interface } from "ethers/abi";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../account/account.ts";
import { formatAddress } from "../../account/address.ts";
import { permit2Address } from "../../allowance/standing-reads.ts";
import { meaningsOfCall } from "./call.ts";

const single = "((address,uint160,uint48,uint48),address,uint256)";
const batch = "((address,uint160,uint48,uint48)[],address,uint256)";
const abi = new Interface([
  "function approve(address,address,uint160,uint48)",
  `function permit(address,${single},bytes)`,
  `function permit(address,${batch},bytes)`,
  "function transferFrom(address,address,uint160,address)",
  "function transferFrom((address,address,uint160,address)[])",
  "function permitTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes)",
  "function permitTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes)",
  "function permitWitnessTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)",
  "function permitWitnessTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes32,string,bytes)",
  "function lockdown((address,address)[])",
  "function invalidateNonces(address,address,uint48)",
  "function execute(bytes,bytes[])",
  "function execute(bytes,bytes[],uint256)",
]);
const call = (name: string, ...values: unknown[]) => abi.encodeFunctionData(name, values) as Hex;
const address = (byte: string) => formatAddress(`0x${byte.repeat(20)}`);
const [token, spender, owner, router] = [address("a1"), address("b2"), address("c3"), address("d4")];
const word = `0x${"77".repeat(32)}`;
const read = (data: Hex, to: Address = permit2Address) => meaningsOfCall({ to, data, value: 0n });

const details = [token, 5n, 99n, 3n];
const approval = { kind: "approval", form: "permit2-allowance", token, spender, amount: 5n, until: 99n };
const permitted = { ...approval, nonce: 3n, signatureUntil: 77n };
const moved = { kind: "transfer", token, from: owner, to: spender, amount: 5n };

describe("Permit2's calls", () => {
  it.each<[string, Hex, unknown[]]>([
    ["approve", call("approve(address,address,uint160,uint48)", token, spender, 5n, 99n), [approval]],
    [
      "permit",
      call(`permit(address,${single},bytes)`, owner, [details, spender, 77n], "0x12"),
      [{ ...permitted, owner }],
    ],
    [
      "permit of several",
      call(`permit(address,${batch},bytes)`, owner, [[details, [router, 6n, 0n, 4n]], spender, 77n], "0x12"),
      [
        { ...permitted, owner },
        { ...permitted, owner, token: router, amount: 6n, until: 0n, nonce: 4n },
      ],
    ],
    [
      "transferFrom",
      call("transferFrom(address,address,uint160,address)", owner, spender, 5n, token),
      [moved],
    ],
    [
      "transferFrom of several",
      call("transferFrom((address,address,uint160,address)[])", [
        [owner, spender, 5n, token],
        [owner, spender, 6n, token],
      ]),
      [moved, { ...moved, amount: 6n }],
    ],
    [
      "permitTransferFrom",
      call(
        "permitTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes)",
        [[token, 9n], 3n, 99n],
        [spender, 5n],
        owner,
        "0x12",
      ),
      [{ ...moved, until: 99n }],
    ],
    [
      "permitWitnessTransferFrom",
      call(
        "permitWitnessTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)",
        [[token, 9n], 3n, 99n],
        [spender, 5n],
        owner,
        word,
        "x",
        "0x12",
      ),
      [{ ...moved, until: 99n }],
    ],
    [
      "permitTransferFrom of several",
      call(
        "permitTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes)",
        [
          [
            [token, 9n],
            [router, 9n],
          ],
          3n,
          99n,
        ],
        [
          [spender, 5n],
          [spender, 6n],
        ],
        owner,
        "0x12",
      ),
      [
        { ...moved, until: 99n },
        { ...moved, until: 99n, token: router, amount: 6n },
      ],
    ],
    [
      "permitWitnessTransferFrom of several",
      call(
        "permitWitnessTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes32,string,bytes)",
        [[[token, 9n]], 3n, 99n],
        [[spender, 5n]],
        owner,
        word,
        "x",
        "0x12",
      ),
      [{ ...moved, until: 99n }],
    ],
    [
      "lockdown",
      call("lockdown((address,address)[])", [[token, spender]]),
      [{ kind: "approval", form: "permit2-allowance", token, spender, amount: 0n }],
    ],
  ])("%s", (_, data, meanings) => {
    expect(read(data)).toEqual(meanings);
    // The same words to another contract promise nothing.
    expect(read(data, router)).toEqual([
      { kind: "unknown", to: router, selector: data.slice(0, 10), hint: "permit2-elsewhere" },
    ]);
  });

  it("that give nothing are unknown", () => {
    expect(read(call("invalidateNonces", token, spender, 4n))).toEqual([
      { kind: "unknown", to: permit2Address, selector: "0x65d9723c" },
    ]);
  });
});

describe("the Universal Router's plan", () => {
  const coder = AbiCoder.defaultAbiCoder();
  const permit = coder.encode([single, "bytes"], [[details, spender, 77n], "0x12"]);
  const permits = coder.encode([batch, "bytes"], [[[details], spender, 77n], "0x12"]);
  const transfer = coder.encode(["address", "address", "uint160"], [token, spender, 5n]);
  const transfers = coder.encode(["(address,address,uint160,address)[]"], [[[owner, spender, 5n, token]]]);
  const inner = coder.encode(["bytes", "bytes[]"], ["0x0a", [permit]]);
  const unknown = { kind: "unknown", to: router, selector: "0x3593564c" };
  const run = (commands: string, inputs: string[]) =>
    read(call("execute(bytes,bytes[],uint256)", commands, inputs, 99n), router);

  it("is read where it gives or moves by Permit2, whether it may fail or not", () => {
    expect(run("0x0a", [permit])).toEqual([permitted]);
    expect(run("0x8a", [permit])).toEqual([permitted]);
    expect(run("0x03", [permits])).toEqual([permitted]);
    expect(run("0x21", [inner])).toEqual([permitted]);
    expect(run("0x020d", [transfer, transfers])).toEqual([{ ...moved, from: undefined }, moved]);
    expect(read(call("execute(bytes,bytes[])", "0x0a", [permit]), router)).toEqual([permitted]);
  });

  it("names the router and the caller by small numbers", () => {
    const to = (number: string) =>
      coder.encode(["address", "address", "uint160"], [token, `0x${number.padStart(40, "0")}`, 5n]);
    expect(run("0x02", [to("2")])).toMatchObject([{ to: router }]);
    expect(run("0x02", [to("1")])).toEqual([unknown]);
  });

  it("is unknown in its other commands, beside those that are read", () => {
    expect(run("0x0a00", [permit, "0x1234"])).toEqual([permitted, unknown]);
    expect(run("0x0a", [permit, permit])).toEqual([unknown]);
    expect(run("0x0a", ["0x"])).toMatchObject([{ amount: 0n }]);
  });
});
