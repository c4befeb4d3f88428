import { describe, expect, it } from "vitest";
import type { Hex } from "../../core/account/account.ts";
import { accessTo, type Exchange, node, timeout } from "./testing/scripted-node.ts";

const one = "https://one.example";
const address = "0x2222222222222222222222222222222222222222";
const topic: Hex = `0x${"ab".repeat(32)}`;
const query = { address, topics: [topic] } as const;

/** A node with a log in every thousandth block that gives at most `limit` blocks at once. */
function logNode(limit: number, refusal: object, asked: [number, number][] = []) {
  return node(({ method, params }) => {
    if (method === "eth_chainId") return { result: "0x1" };
    const range = params[0] as { fromBlock: string; toBlock: string };
    const [from, to] = [Number(range.fromBlock), Number(range.toBlock)];
    asked.push([from, to]);
    if (to - from >= limit) return { error: refusal };
    const result = [];
    for (let block = Math.ceil(from / 1000) * 1000; block <= to; block += 1000) {
      result.unshift({
        address,
        topics: [topic],
        data: "0x",
        blockNumber: `0x${block.toString(16)}`,
        removed: false,
      });
    }
    return { result };
  });
}

describe("logs", () => {
  it.each([
    { code: -32005, message: "query returned more than 10000 results" },
    { code: -32602, message: "block range is too wide" },
    { code: -32000, message: "exceed maximum block range: 5000" },
  ])("are read in narrower ranges when the node says %j", async (refusal) => {
    const asked: [number, number][] = [];
    const { access } = accessTo({ [one]: logNode(3000, refusal, asked) });
    const logs = await access.logs(query, 1, 40_000);
    expect(logs.map((log) => log.blockNumber)).toEqual(Array.from({ length: 40 }, (_, i) => 1000 * (i + 1)));
    expect(asked.length).toBeLessThan(25);
  });

  it("are asked of the next node, not in narrower ranges, when the first one limits the rate", async () => {
    const asked: [number, number][] = [];
    const { access } = accessTo({
      [one]: logNode(0, { code: -32005, message: "rate limit exceeded" }, asked),
      "https://two.example": logNode(50_000, {}),
    });
    expect(await access.logs(query, 1, 5000)).toHaveLength(5);
    expect(asked).toHaveLength(1);
  });

  it("are narrowed too when a node hangs on a wide range", async () => {
    const good = logNode(Number.POSITIVE_INFINITY, {});
    const { access } = accessTo({
      [one]: (exchange: Exchange) => {
        const range = exchange.requests.at(-1)?.params[0] as
          | { fromBlock: string; toBlock: string }
          | undefined;
        if (range && Number(range.toBlock) - Number(range.fromBlock) > 9000) return timeout();
        return good(exchange);
      },
    });
    expect(await access.logs(query, 1, 20_000)).toHaveLength(20);
  });

  it("go on where a failure stopped them", async () => {
    const asked: [number, number][] = [];
    const good = logNode(50_000, { code: -32005, message: "limit" }, asked);
    let left = 2;
    const { access, clock } = accessTo({ [one]: (exchange) => (left-- > 0 ? good(exchange) : timeout()) });
    await expect(access.logs(query, 1, 150_000)).rejects.toMatchObject({ code: "chain/timeout" });
    left = Number.POSITIVE_INFINITY;
    clock.advance(200_000);
    asked.length = 0;
    expect(await access.logs(query, 1, 150_000)).toHaveLength(150);
    expect(asked[0]?.[0]).toBe(100_001);
  });

  it.each([
    [50_000, 2],
    [10_000, 7],
    [1_000, 62],
  ])("of a week take a bounded number of requests where %i blocks are the limit: %i", async (limit, most) => {
    const asked: [number, number][] = [];
    const { access } = accessTo({ [one]: logNode(limit, { code: -32000, message: "range limit" }, asked) });
    expect(await access.logs(query, 1, 57_600)).toHaveLength(57);
    expect(asked.length).toBeLessThanOrEqual(most);
  });

  it("are asked of the next node when even a narrow range is too much, and end with the refusal there", async () => {
    const asked: [number, number][] = [];
    const stingy = logNode(10, { code: -32005, message: "limit" }, asked);
    const { access } = accessTo({ [one]: stingy, "https://two.example": logNode(50_000, {}) });
    expect(await access.logs(query, 1, 5000)).toHaveLength(5);
    const alone = accessTo({ [one]: logNode(0, { code: -32005, message: "limit" }) });
    await expect(alone.access.logs(query, 1, 5000)).rejects.toMatchObject({ code: "chain/rpc" });
  });

  it("of another contract, topic or block, or taken back, are not believed", async () => {
    const good = { address, topics: [topic], data: "0x", blockNumber: "0x5", removed: false };
    for (const wrong of [
      { address: "0x3333333333333333333333333333333333333333" },
      { topics: [`0x${"cd".repeat(32)}`] },
      { topics: [] },
      { blockNumber: "0x65" },
      { blockNumber: null },
      { removed: true },
      { data: "0x1" },
    ]) {
      const { access } = accessTo({
        [one]: node(({ method }) => ({ result: method === "eth_chainId" ? "0x1" : [{ ...good, ...wrong }] })),
      });
      await expect(access.logs(query, 1, 100)).rejects.toMatchObject({ code: "chain/answer-malformed" });
    }
  });
});
