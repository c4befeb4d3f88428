import { describe, expect, it } from "vitest";
import { cacheLimits, readCache } from "./read-cache.ts";

function setup(answer: (method: string, count: number) => unknown = (_, count) => `0x${count}`) {
  const asked: string[] = [];
  const time = { ms: 0 };
  const cache = readCache({
    clock: { nowSeconds: () => 0, monotonicMs: () => time.ms },
    async passThrough(chainId, method, params) {
      asked.push(`${chainId} ${method} ${JSON.stringify(params)}`);
      const value = answer(method, asked.length);
      if (value instanceof Error) throw value;
      return value;
    },
  });
  return { cache, asked, time, read: cache.on(1) };
}

describe("reads of sites", () => {
  it("that are the same and under way at once are one request", async () => {
    const { read, asked } = setup();
    const answers = await Promise.all(Array.from({ length: 50 }, () => read("eth_gasPrice", [])));
    expect(new Set(answers)).toEqual(new Set(["0x1"]));
    expect(asked.length).toBe(1);
  });

  it("are told apart by network, method and params", async () => {
    const { cache, asked } = setup();
    await cache.on(1)("eth_getCode", ["0xa", "latest"]);
    await cache.on(5)("eth_getCode", ["0xa", "latest"]);
    await cache.on(1)("eth_getCode", ["0xb", "latest"]);
    await cache.on(1)("eth_getBalance", ["0xa", "latest"]);
    expect(asked.length).toBe(4);
  });

  it("are good for two seconds, those named by a hash for longer", async () => {
    const { read, asked, time } = setup();
    await read("eth_gasPrice", []);
    await read("eth_getBlockByHash", ["0xh", false]);
    time.ms = cacheLimits.blockMs - 1;
    expect(await read("eth_gasPrice", [])).toBe("0x1");
    time.ms = cacheLimits.blockMs;
    expect(await read("eth_gasPrice", [])).toBe("0x3");
    expect(await read("eth_getBlockByHash", ["0xh", false])).toBe("0x2");
    time.ms = cacheLimits.hashMs;
    await read("eth_getBlockByHash", ["0xh", false]);
    expect(asked.length).toBe(4);
  });

  it("end with a newer block, seen as a number or in a receipt, on its own network alone", async () => {
    let number = "0x64";
    const { cache, read, asked } = setup((method, count) =>
      method === "eth_blockNumber"
        ? number
        : method === "eth_getTransactionReceipt"
          ? { blockNumber: "0x66" }
          : `0x${count}`,
    );
    await read("eth_blockNumber", []);
    await read("eth_call", [{}, "latest"]);
    await cache.on(5)("eth_call", [{}, "latest"]);
    number = "0x65";
    await read("eth_getTransactionReceipt", ["0xa"]);
    expect(await read("eth_call", [{}, "latest"])).toBe("0x5");
    expect(await cache.on(5)("eth_call", [{}, "latest"])).toBe("0x3");
    expect(asked.length).toBe(5);
    cache.moved(1);
    await read("eth_call", [{}, "latest"]);
    expect(asked.length).toBe(6);
  });

  it("that failed, found nothing, or brought a lot are asked again", async () => {
    const { read, asked } = setup((method, count) =>
      method === "eth_call"
        ? new Error("node")
        : method === "eth_getLogs"
          ? "x".repeat(cacheLimits.entryLength)
          : count < 0
            ? ""
            : null,
    );
    for (const method of ["eth_call", "eth_getTransactionReceipt", "eth_getLogs"]) {
      await read(method, []).catch(() => undefined);
      await read(method, []).catch(() => undefined);
    }
    expect(asked.length).toBe(6);
  });

  it("of ever other things do not grow what is kept without end", async () => {
    const { read, asked } = setup();
    for (let index = 0; index <= cacheLimits.entries; index += 1) await read("eth_getCode", [index]);
    const before = asked.length;
    await read("eth_getCode", [cacheLimits.entries]);
    expect(asked.length).toBe(before);
    await read("eth_getCode", [0]);
    expect(asked.length).toBe(before + 1);
  });

  it("send signed bytes each time, and look anew afterwards", async () => {
    const { read, asked } = setup();
    await read("eth_getTransactionCount", ["0xa", "pending"]);
    await Promise.all([read("eth_sendRawTransaction", ["0x02"]), read("eth_sendRawTransaction", ["0x02"])]);
    await read("eth_getTransactionCount", ["0xa", "pending"]);
    expect(asked.length).toBe(4);
  });
});
