import { AbiCoder } from "ethers/abi";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../core/account/account.ts";
import { encodeApprove } from "../core/asset/erc20.ts";
import { WeirError } from "../core/errors/index.ts";
import { asked, permitAsk, stranger } from "./testing/asked.ts";
import { QUEUE, TOKEN } from "./testing/ledger.ts";
import { createWorld, own } from "./testing/world.ts";

const all = 2n ** 256n - 1n;
const multicall: Address = "0xcA11bde05977b3631167028862bE2a173976CA11";
const valuable: Address = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";

/** Multicall3's aggregate3 that calls approve on so many tokens of nobody. */
function junk(count: number): Hex {
  const calls = Array.from({ length: count }, (_, place) => [
    `0x${(0xf000 + place).toString(16).padStart(40, "0")}`,
    true,
    encodeApprove(QUEUE, 1n),
  ]);
  const encoded = AbiCoder.defaultAbiCoder().encode(["tuple(address,bool,bytes)[]"], [calls]);
  return `0x82ad56cb${encoded.slice(2)}`;
}

describe("many tokens in one request", () => {
  it("do not crowd out an approval of the account's own", async () => {
    const world = createWorld();
    world.chain.views.set(`${valuable}:0x313ce567`.toLowerCase(), `0x${"6".padStart(64, "0")}`);
    const { shown } = await asked(world, {
      kind: "calls",
      from: own,
      bundleId: "0xb1",
      calls: [
        { to: multicall, data: junk(40), value: 0n },
        { to: valuable, data: encodeApprove(stranger, all), value: 0n },
      ],
    });
    expect(shown.preview?.allowances).toContainEqual(
      expect.objectContaining({ token: valuable, spender: stranger, after: all, decimals: 6 }),
    );
    expect(shown.preview?.blocked?.code).toBe("operation/spender-plain-account");
    const keys = shown.preview?.remarks.map(({ words }) => words.key);
    expect(keys).toEqual(expect.arrayContaining(["remark.unlimited-amount", "remark.tokens-left-out"]));
  });

  it("are not said to be left out where there are few", async () => {
    const world = createWorld();
    const { shown } = await asked(world, {
      kind: "transaction",
      from: own,
      to: TOKEN,
      data: encodeApprove(QUEUE, 5n),
      value: 0n,
    });
    expect(shown.preview?.remarks.map(({ words }) => words.key)).not.toContain("remark.tokens-left-out");
  });
});

it("a token that makes the reading fail does not hide that the spender is a plain account", async () => {
  const world = createWorld();
  world.chain.access.readMany = () =>
    Promise.reject(
      new WeirError("chain/rpc", {
        endpoint: "small",
        method: "eth_call",
        rpcCode: -32000,
        reason: "other",
      }),
    );
  const { shown } = await asked(world, permitAsk(TOKEN, stranger, 5n));
  expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.not-checked");
  expect(shown.preview?.blocked?.code).toBe("operation/spender-plain-account");
});

it("a token whose symbol hides something is said to, in a transaction and in a permit", async () => {
  const world = createWorld();
  const symbol = AbiCoder.defaultAbiCoder().encode(["string"], ["USD\u200bC"]) as Hex;
  world.chain.views.set(`${valuable}:0x95d89b41`.toLowerCase(), symbol);
  world.chain.views.set(`${valuable}:0x313ce567`.toLowerCase(), `0x${"6".padStart(64, "0")}`);
  const data = encodeApprove(QUEUE, 5n);
  const sent = await asked(world, { kind: "transaction", from: own, to: valuable, data, value: 0n });
  const signed = await asked(world, permitAsk(valuable, QUEUE, 5n));
  for (const { shown } of [sent, signed]) {
    expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.hidden-in-symbol");
  }
});

it("a token that borrows a known name in letters of another script is a namesake", async () => {
  const world = createWorld();
  const symbol = AbiCoder.defaultAbiCoder().encode(["string"], ["sP\u041eND"]) as Hex;
  world.chain.views.set(`${valuable}:0x95d89b41`.toLowerCase(), symbol);
  world.chain.views.set(`${valuable}:0x313ce567`.toLowerCase(), `0x${"6".padStart(64, "0")}`);
  const { shown } = await asked(world, permitAsk(valuable, QUEUE, 5n));
  expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.namesake-token");
});
