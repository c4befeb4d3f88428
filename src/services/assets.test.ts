import { AbiCoder } from "ethers/abi";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../core/account/account.ts";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import { createAssets } from "./assets.ts";

const token: Address = "0x00000000000000000000000000000000000070c3";
const steth: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const text = (value: string) => AbiCoder.defaultAbiCoder().encode(["string"], [value]) as Hex;
const word = (value: number) => `0x${value.toString(16).padStart(64, "0")}` as Hex;

function world(
  says: { symbol?: Hex | undefined; decimals?: Hex | undefined; balance?: Hex | undefined } = {},
) {
  const answers: Record<string, Hex | undefined> = {
    symbol: text("WEED"),
    decimals: word(6),
    balance: word(0),
    ...says,
  };
  const audited: string[] = [];
  const changed: number[] = [];
  const assets = createAssets({
    local: memoryStore(),
    clock: { nowSeconds: () => 5, monotonicMs: () => 0 },
    audit: async (event) => void audited.push(event),
    access: () => ({
      readMany: async ({ reads }) => ({
        // A key names what is asked, then of which token.
        answers: new Map(reads.map(({ key }) => [key, answers[key.split(":")[0] ?? ""]])),
        native: new Map(),
        block: { number: 1, timestamp: 1 },
        endpoint: "one.example",
      }),
    }),
    known: () => [
      { id: "native", symbol: "ETH", name: "Ether", decimals: 18 },
      { id: steth.toLowerCase(), symbol: "stETH", name: "stETH", decimals: 18, address: steth },
    ],
    onChange: (chainId) => void changed.push(chainId),
  });
  return { assets, audited, changed };
}

const remarksOn = async (symbol: Hex, at = token, chainId = 1) =>
  (await world({ symbol }).assets.lookUp(chainId, at))?.remarks.map(
    ({ level, words }) => `${level} ${words.key} ${words.params.symbol}`,
  );

describe("a token looked up", () => {
  it("is what its contract says, text or 32 bytes", async () => {
    expect((await world().assets.lookUp(1, token))?.asset).toEqual({
      id: token,
      symbol: "WEED",
      name: "WEED",
      decimals: 6,
      address: token,
    });
    const old = `0x${"4d4b52".padEnd(64, "0")}` as Hex;
    expect((await world({ symbol: old }).assets.lookUp(1, token))?.asset.symbol).toBe("MKR");
  });

  it("is none without symbol, decimals or balances, or with decimals that nobody can count", async () => {
    for (const says of [
      { symbol: undefined },
      { decimals: undefined },
      { balance: undefined },
      { decimals: word(255) },
    ]) {
      expect(await world(says).assets.lookUp(1, token)).toBeUndefined();
    }
  });

  it("has its name cleaned and cut", async () => {
    const asset = (await world({ symbol: text(`a\u202E<b> ${"x".repeat(10_000)}`) }).assets.lookUp(1, token))
      ?.asset;
    expect(asset?.symbol).toBe("abxxxxxxxxxxxxxx");
  });

  it("is flagged when its name reads as one that is known, of the wallet's or of the most imitated", async () => {
    expect(await remarksOn(text("WEED"))).toEqual(["note remark.foreign-token WEED"]);
    expect(await remarksOn(text("STETH"))).toEqual(["warn remark.namesake-token stETH"]);
    expect(await remarksOn(text("ЕTН"))).toEqual(["warn remark.namesake-token ETH"]);
    expect(await remarksOn(text("USDС"))).toEqual(["warn remark.namesake-token USDC"]);
    expect(await remarksOn(text("stETH"), steth)).toEqual([]);
    expect(await remarksOn(text("USDC"), "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48")).toEqual([]);
  });
});

describe("watched tokens", () => {
  it("are kept per network, once each, and go again", async () => {
    const w = world();
    const asset = (await w.assets.lookUp(1, token))?.asset;
    if (!asset) throw new Error("no token");
    await w.assets.watch(1, asset, "https://site.example");
    await w.assets.watch(1, asset, "https://site.example");
    await w.assets.watch(10, asset, "https://site.example");
    expect(await w.assets.watched(1)).toEqual([
      { chainId: 1, asset, addedAt: 5, origin: "https://site.example" },
    ]);
    await w.assets.handlers["assets.remove"]({ chainId: 1, token });
    expect(await w.assets.watched(1)).toEqual([]);
    expect((await w.assets.watched(10)).length).toBe(1);
    expect(w.changed).toEqual([1, 1, 10, 1]);
    expect(w.audited.at(-1)).toBe("asset.removed");
  });

  it("are bounded", async () => {
    const w = world();
    const at = (index: number): Address => `0x${index.toString(16).padStart(40, "0")}`;
    const add = (index: number) =>
      w.assets.watch(
        1,
        { id: at(index), symbol: "X", name: "X", decimals: 1, address: at(index) },
        "https://s.example",
      );
    for (let index = 1; index <= 64; index += 1) await add(index);
    await expect(add(65)).rejects.toMatchObject({ code: "site/asset-refused" });
  });
});
