import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../core/account/account.ts";
import { multicall3 } from "../../core/chain/networks.ts";
import type { Read } from "../../core/staking/protocol.ts";
import { chunkCalls } from "./multicall.ts";
import { accessTo, aggregate, answer, healthy, node } from "./testing/scripted-node.ts";

const one = "https://one.example/a";
const sameAsOne = "https://one.example/b";
const two = "https://two.example";
const account: Address = "0x1111111111111111111111111111111111111111";
const token: Address = "0x2222222222222222222222222222222222222222";
const reads = (count: number, bytes = 36): Read[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `read-${index}`,
    to: token,
    data: `0x70a08231${index.toString(16).padStart(2 * bytes - 8, "0")}` as Hex,
  }));

describe("readMany", () => {
  it("brings reads, native balances and block in one HTTP request", async () => {
    const { access, exchanges } = accessTo({ [one]: healthy });
    const result = await access.readMany({ reads: reads(3), native: [account] });
    expect(exchanges).toHaveLength(1);
    expect(result).toMatchObject({
      block: { number: 100, timestamp: 1_700_000_000 },
      endpoint: "one.example",
    });
    expect(result?.native).toEqual(new Map([[account, 7n * 10n ** 18n]]));
    expect([...(result?.answers.keys() ?? [])]).toEqual(["read-0", "read-1", "read-2"]);
  });

  it("gives undefined for the one read that reverts", async () => {
    const { access } = accessTo({
      [one]: node(({ method, params }) =>
        method === "eth_chainId"
          ? { result: "0x1" }
          : {
              result: aggregate(params, { number: 1, timestamp: 1 }, ({ data }) =>
                data.endsWith("1") ? undefined : "0xab",
              ),
            },
      ),
    });
    const result = await access.readMany({ reads: reads(3), native: [] });
    expect([...(result?.answers.values() ?? [])]).toEqual(["0xab", undefined, "0xab"]);
  });

  it("stays one HTTP request when a thousand accounts need several chunks", async () => {
    const { access, exchanges } = accessTo({ [one]: healthy });
    const result = await access.readMany({ reads: reads(3000), native: [] });
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.requests.length).toBeGreaterThan(4);
    expect(result?.answers.size).toBe(3000);
    expect([...(result?.answers.values() ?? [])].every((value) => value !== undefined)).toBe(true);
  });

  it("reads chunks of a newer block again at the first one's block", async () => {
    let call = 0;
    const { access, exchanges } = accessTo({
      [one]: node(({ method, params }) => {
        if (method === "eth_chainId") return { result: "0x1" };
        const number = params[1] === "latest" ? 100 + call++ : Number(params[1]);
        return {
          result: aggregate(params, { number, timestamp: 1 }, () => `0x00${number.toString(16)}`),
        };
      }),
    });
    const result = await access.readMany({ reads: reads(1100), native: [] });
    expect(result?.block.number).toBe(100);
    expect(new Set(result?.answers.values())).toEqual(new Set(["0x0064"]));
    expect(exchanges).toHaveLength(2);
    expect(exchanges[1]?.requests.every(({ params }) => params[1] === "0x64")).toBe(true);
  });

  it("asks an endpoint of another host for the second opinion", async () => {
    const { access, exchanges } = accessTo({ [one]: healthy, [sameAsOne]: healthy, [two]: healthy });
    await access.readMany({ reads: reads(1), native: [] });
    const second = await access.readMany({ reads: reads(1), native: [], second: true });
    expect(second?.endpoint).toBe("two.example");
    expect(exchanges.map(({ url }) => url)).toEqual([one, two]);
  });

  it("never asks the endpoint it fell back to for the second opinion on itself", async () => {
    const { access } = accessTo({ [one]: () => answer("no", 403), [two]: healthy });
    expect((await access.readMany({ reads: reads(1), native: [] }))?.endpoint).toBe("two.example");
    await expect(access.readMany({ reads: reads(1), native: [], second: true })).rejects.toMatchObject({
      params: { endpoint: "one.example" },
    });
  });

  it("has no second opinion with one host", async () => {
    const { access } = accessTo({ [one]: healthy, [sameAsOne]: healthy });
    expect(await access.readMany({ reads: reads(1), native: [], second: true })).toBeUndefined();
  });

  it.each(["0x", "0x1234", `0x${"f".repeat(640)}`, `0x${"0".repeat(640)}`])(
    "refuses %s as the answer of Multicall3",
    async (result) => {
      const { access } = accessTo({
        [one]: node(({ method }) => ({ result: method === "eth_chainId" ? "0x1" : result })),
      });
      await expect(access.readMany({ reads: reads(2), native: [] })).rejects.toMatchObject({
        code: "chain/answer-malformed",
      });
    },
  );
});

describe("chunkCalls", () => {
  it("keeps every chunk within 500 calls and 100 kB and loses none", () => {
    for (const [count, bytes] of [
      [0, 36],
      [498, 36],
      [499, 36],
      [5000, 36],
      [300, 1000],
      [3, 200_000],
    ] as const) {
      const chunks = chunkCalls(reads(count, bytes), [], multicall3);
      expect(chunks.reduce((total, chunk) => total + chunk.length - 2, 0)).toBe(count);
      for (const chunk of chunks) {
        const size = chunk.slice(2).reduce((total, call) => total + (call.data.length - 2) / 2, 0);
        expect(chunk.length).toBeLessThanOrEqual(500);
        expect(size <= 100_000 || chunk.length === 3).toBe(true);
      }
    }
  });
});
