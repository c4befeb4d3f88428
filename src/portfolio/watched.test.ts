import { describe, expect, it } from "vitest";
import type { Address } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import { defaultSettings } from "../core/settings/settings.ts";
import { createPortfolio } from "./portfolio.ts";

const account: Address = "0x00000000000000000000000000000000000a11ce";
const asset = (digit: string): Asset => {
  const address: Address = `0x${digit.repeat(40)}`;
  return { id: address, symbol: digit, name: digit, decimals: 6, address };
};

describe("watched tokens", () => {
  it("are read with everything else in one go; one that does not answer has no balance", async () => {
    let asked = 0;
    const access = {
      chainId: 4242,
      async readMany({ reads }) {
        asked += 1;
        const answer = (to: Address) =>
          to === asset("a").address ? (`0x${"0".repeat(62)}2a` as const) : undefined;
        return {
          answers: new Map(reads.map((read) => [read.key, answer(read.to)] as const)),
          native: new Map([[account, 1n]]),
          block: { number: 9, timestamp: 99 },
          endpoint: "one.example",
        };
      },
      fees: () => Promise.reject(new Error("none")),
    } satisfies Partial<ChainAccess> as unknown as ChainAccess;
    const portfolio = createPortfolio({
      access: () => access,
      protocols: [],
      local: memoryStore(),
      clock: { nowSeconds: () => 100, monotonicMs: () => 0 },
      settings: async () => defaultSettings(),
      accounts: async () => [
        { id: "a", kind: "watch", address: account, label: "A", hidden: false, createdAt: 0 },
      ],
      watched: async () => [asset("a"), asset("b")],
    });
    await portfolio.refresh(4242, "open");
    expect(asked).toBe(1);
    expect((await portfolio.snapshot(4242))?.tokens).toEqual([
      { account, asset: asset("a"), balance: 42n },
      { account, asset: asset("b") },
    ]);
  });
});
