import { beforeEach, describe, expect, it } from "vitest";
import { alice, type World, world } from "./world.fixture.ts";

const hash = (text: string): string => `0x${text.padStart(64, "0")}`;

/** A chain that grows and forks: `branch` is part of every hash from its first block on. */
function fakeChain() {
  const blocks: { number: string; hash: string; parentHash: string; transactions: string[] }[] = [];
  const grow = (count: number, branch = "a"): void => {
    for (let index = 0; index < count; index += 1) {
      const number = blocks.length;
      const parentHash = blocks.at(-1)?.hash ?? hash("0");
      const own = hash(`${branch}${number.toString(16).padStart(6, "0")}`);
      blocks.push({ number: `0x${number.toString(16)}`, hash: own, parentHash, transactions: ["0x1"] });
    }
  };
  const asked: [string, readonly unknown[]][] = [];
  const state = { logsFail: false };
  return {
    grow,
    asked,
    state,
    fork: (depth: number, count: number, branch: string): void => {
      blocks.length -= depth;
      grow(count, branch);
    },
    async passThrough(_: number, method: string, params: readonly unknown[]): Promise<unknown> {
      asked.push([method, params]);
      if (method === "eth_getBlockByNumber") {
        return params[0] === "latest" ? blocks.at(-1) : (blocks[Number(params[0])] ?? null);
      }
      if (method === "eth_getLogs") {
        if (state.logsFail) throw new Error("node");
        const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string };
        return [{ from: Number(fromBlock), to: Number(toBlock) }];
      }
      return method === "eth_gasPrice" ? "0x7" : null;
    },
  };
}

let w: World;
let chain: ReturnType<typeof fakeChain>;
let page: Awaited<ReturnType<ReturnType<World["page"]>["granted"]>>;

beforeEach(async () => {
  w = world();
  chain = fakeChain();
  chain.grow(10);
  w.deps.passThrough = chain.passThrough;
  await w.restartWorker();
  page = await w.page("https://site.example").granted([alice]);
});

let requests = 100;
const ask = async (method: string, params: unknown = []) => {
  requests += 1;
  return page.ask(requests, method, params);
};
/** The relay's tick, after the answers of a moment ago have lost their worth. */
const tick = async () => {
  w.state.ms += 3000;
  const before = page.events("message").length;
  await page.post({ ...page.envelope(0, "", []), body: { kind: "tick" } });
  return page.events("message").slice(before) as {
    type: string;
    data: { subscription: string; result: unknown };
  }[];
};
const numbers = (messages: Awaited<ReturnType<typeof tick>>) =>
  messages.map(({ data }) => Number((data.result as { number: string }).number));
const paces = () => page.replies.flatMap((one) => ("tickMs" in one ? [one.tickMs] : []));

describe("eth_subscribe newHeads", () => {
  it("sends each new block once, by the next tick, as EIP-1193 has it, and sets the relay's pace", async () => {
    const id = (await ask("eth_subscribe", ["newHeads"]))?.result;
    expect(id).toMatch(/^0x[0-9a-f]{32}$/);
    expect(paces()).toEqual([12_000]);
    expect(await tick()).toEqual([]);
    chain.grow(3);
    const news = await tick();
    expect(numbers(news)).toEqual([10, 11, 12]);
    expect(news[0]).toMatchObject({ type: "eth_subscription", data: { subscription: id } });
    expect(news[0]?.data.result).not.toHaveProperty("transactions");
    expect(await tick()).toEqual([]);
  });

  it("goes on where a worker that ended had left it", async () => {
    await ask("eth_subscribe", ["newHeads"]);
    chain.grow(1);
    await tick();
    chain.grow(2);
    await w.restartWorker();
    page.connect();
    expect(numbers(await tick())).toEqual([11, 12]);
  });

  it("tells the blocks that took others' place, and a node that lags brings nothing", async () => {
    await ask("eth_subscribe", ["newHeads"]);
    chain.grow(5);
    await tick();
    chain.fork(3, 4, "b");
    expect(numbers(await tick())).toEqual([12, 13, 14, 15]);
    chain.fork(2, 0, "b");
    expect(await tick()).toEqual([]);
    chain.grow(3, "b");
    expect(numbers(await tick())).toEqual([16]);
  });

  it("jumps to the newest block after a long absence", async () => {
    await ask("eth_subscribe", ["newHeads"]);
    chain.grow(129);
    const before = chain.asked.length;
    expect(numbers(await tick())).toEqual([138]);
    expect(chain.asked.length - before).toBe(1);
  });

  it("ends with eth_unsubscribe, and the relay's ticks with it", async () => {
    const id = (await ask("eth_subscribe", ["newHeads"]))?.result;
    expect((await ask("eth_unsubscribe", [id]))?.result).toBe(true);
    expect((await ask("eth_unsubscribe", [id]))?.result).toBe(false);
    expect(paces()).toEqual([12_000, 0]);
    chain.grow(1);
    expect(await tick()).toEqual([]);
  });

  it("ends when the site is no longer connected; strangers get none", async () => {
    await ask("eth_subscribe", ["newHeads"]);
    await w.sites.handlers["sites.disconnect"]({ origin: "https://site.example" });
    chain.grow(1);
    expect(await tick()).toEqual([]);
    expect(paces().at(-1)).toBe(0);
    expect((await ask("eth_subscribe", ["newHeads"]))?.error?.code).toBe(4100);
  });

  it("answers other kinds with 4200 and the seventeenth of a page with -32005", async () => {
    expect((await ask("eth_subscribe", ["newPendingTransactions"]))?.error?.code).toBe(4200);
    expect((await ask("eth_subscribe", [{}]))?.error?.code).toBe(-32602);
    for (let index = 0; index < 16; index += 1) await ask("eth_subscribe", ["newHeads"]);
    expect((await ask("eth_subscribe", ["newHeads"]))?.error?.code).toBe(-32005);
  });
});

describe("eth_subscribe logs", () => {
  it("asks for the blocks since the last look, and again when the node failed", async () => {
    const address = `0x${"ab".repeat(20)}`;
    await ask("eth_subscribe", ["logs", { address, topics: [null] }]);
    chain.grow(2);
    expect((await tick()).map(({ data }) => data.result)).toEqual([{ from: 10, to: 11 }]);
    expect(chain.asked.at(-1)?.[1]).toEqual([{ address, topics: [null], fromBlock: "0xa", toBlock: "0xb" }]);
    chain.grow(1);
    chain.state.logsFail = true;
    expect(await tick()).toEqual([]);
    chain.grow(1);
    chain.state.logsFail = false;
    expect((await tick()).map(({ data }) => data.result)).toEqual([{ from: 12, to: 13 }]);
  });
});

describe("filters", () => {
  it("of blocks give the new hashes once", async () => {
    const id = (await ask("eth_newBlockFilter"))?.result;
    expect((await ask("eth_getFilterChanges", [id]))?.result).toEqual([]);
    chain.grow(2);
    w.state.ms += 3000;
    expect((await ask("eth_getFilterChanges", [id]))?.result).toEqual([hash("a00000a"), hash("a00000b")]);
    expect((await ask("eth_getFilterChanges", [id]))?.result).toEqual([]);
  });

  it("of logs give the new ones, or all of the range asked for", async () => {
    const id = (await ask("eth_newFilter", [{ fromBlock: "0x2", toBlock: "latest" }]))?.result;
    chain.grow(2);
    w.state.ms += 3000;
    expect((await ask("eth_getFilterChanges", [id]))?.result).toEqual([{ from: 10, to: 11 }]);
    expect((await ask("eth_getFilterChanges", [id]))?.result).toEqual([]);
    await ask("eth_getFilterLogs", [id]);
    expect(chain.asked.at(-1)?.[1]).toEqual([{ fromBlock: "0x2", toBlock: "latest" }]);
  });

  it("that are gone, another page's, or never were are not found", async () => {
    const id = (await ask("eth_newBlockFilter"))?.result;
    const other = w.page("https://site.example").connect();
    expect((await other.ask(1, "eth_getFilterChanges", [id]))?.error?.code).toBe(-32000);
    expect((await ask("eth_uninstallFilter", [id]))?.result).toBe(true);
    expect((await ask("eth_uninstallFilter", [id]))?.result).toBe(false);
    expect((await ask("eth_getFilterChanges", [id]))?.error?.code).toBe(-32000);
    expect((await ask("eth_getFilterLogs", ["0x1"]))?.error?.code).toBe(-32000);
  });

  it("that nobody asks for make room for new ones, while subscriptions stay", async () => {
    await ask("eth_subscribe", ["newHeads"]);
    for (let index = 0; index < 15; index += 1) await ask("eth_newBlockFilter");
    expect((await ask("eth_newBlockFilter"))?.error?.code).toBe(-32005);
    w.state.seconds += 301;
    expect((await ask("eth_newBlockFilter"))?.error).toBeUndefined();
    chain.grow(1);
    expect((await tick()).length).toBe(1);
  });
});

describe("reads", () => {
  it("of all pages of a moment are one request to the node", async () => {
    const other = await w.page("https://other.example").granted([alice]);
    const before = chain.asked.length;
    await Promise.all([ask("eth_gasPrice"), ask("eth_gasPrice"), other.ask(2, "eth_gasPrice")]);
    await ask("eth_gasPrice");
    expect(chain.asked.length - before).toBe(1);
  });

  it("go on in checked form, signed bytes too; overrides are refused", async () => {
    const raw = `0x02${"ab".repeat(100)}`;
    await ask("eth_sendRawTransaction", [raw]);
    expect(chain.asked.at(-1)).toEqual(["eth_sendRawTransaction", [raw]]);
    await ask("eth_getProof", [alice, ["0x0"], "latest"]);
    expect(chain.asked.at(-1)).toEqual(["eth_getProof", [alice, ["0x0"], "latest"]]);
    expect((await ask("eth_call", [{ to: alice }, "latest", {}]))?.error?.code).toBe(-32602);
    expect((await ask("eth_sendRawTransaction", ["0x"]))?.error?.code).toBe(-32602);
    expect((await ask("eth_simulateV1", [{}]))?.error?.code).toBe(4200);
  });

  it("of the wallet's own state tell strangers nothing", async () => {
    expect((await ask("eth_coinbase"))?.result).toBe(alice);
    const stranger = w.page("https://stranger.example").connect();
    expect((await stranger.ask(1, "eth_coinbase"))?.result).toBeNull();
    expect((await stranger.ask(2, "net_listening"))?.result).toBe(true);
    expect((await stranger.ask(3, "eth_getProof", [alice, [], "latest"]))?.error?.code).toBe(4100);
  });
});
