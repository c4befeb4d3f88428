import { describe, expect, it } from "vitest";
import { isWeirError } from "../../../core/errors/index.ts";
import { accessTo, answer, type Exchange, healthy, node, timeout } from "../testing/scripted-node.ts";

const one = "https://one.example/v3/secret-key";
const two = "https://two.example/?apikey=secret-key";
const methods = (exchange: Exchange | undefined) => exchange?.requests.map((request) => request.method);

describe("batches", () => {
  it("send the calls of one turn in one request, with the chain id at first", async () => {
    const { access, exchanges } = accessTo({ [one]: healthy });
    await Promise.all([
      access.latestBlock(),
      access.code("0x1111111111111111111111111111111111111111"),
      access.nonces("0x1111111111111111111111111111111111111111"),
    ]);
    expect(exchanges.map(methods)).toEqual([
      [
        "eth_chainId",
        "eth_getBlockByNumber",
        "eth_getCode",
        "eth_getTransactionCount",
        "eth_getTransactionCount",
      ],
    ]);
    await access.latestBlock();
    expect(methods(exchanges[1])).toEqual(["eth_getBlockByNumber"]);
  });

  it.each([
    [
      "a lone error object",
      () => answer({ jsonrpc: "2.0", id: null, error: { code: -32600, message: "no" } }),
    ],
    [
      "an error in an array",
      () => answer([{ jsonrpc: "2.0", id: null, error: { code: -32600, message: "no" } }]),
    ],
    ["HTTP 400", () => answer("Bad request", 400)],
    [
      "HTTP 500 that speaks of batches",
      () =>
        answer(
          { jsonrpc: "2.0", id: null, error: { code: 31, message: "Batch of more than 3 requests" } },
          500,
        ),
    ],
  ])("fall back to single requests when refused by %s, and stay there", async (_, refusal) => {
    const { access, exchanges } = accessTo({
      [one]: (exchange) => (exchange.batch ? refusal() : healthy(exchange)),
    });
    expect(await access.latestBlock()).toEqual({ number: 100, timestamp: 1_700_000_000 });
    expect(exchanges.map((exchange) => exchange.requests.length)).toEqual([2, 1, 1]);
    await access.nonces("0x1111111111111111111111111111111111111111");
    expect(exchanges.slice(3).every((exchange) => !exchange.batch)).toBe(true);
  });

  it("are not given up for good by an endpoint that refuses everything", async () => {
    let refusing = true;
    const { access, exchanges } = accessTo({
      [one]: (exchange) => (refusing ? answer("Bad request", 400) : healthy(exchange)),
    });
    await expect(access.latestBlock()).rejects.toMatchObject({ code: "chain/http", params: { status: 400 } });
    refusing = false;
    await access.latestBlock();
    expect(exchanges.at(-1)?.batch).toBe(true);
  });
});

describe("chain id", () => {
  it("of another network makes the answers of the same request worthless", async () => {
    const liar = node(({ method }) => ({
      result: method === "eth_chainId" ? "0x2a" : { number: "0x1", timestamp: "0x1" },
    }));
    const { access } = accessTo({ [one]: liar, [two]: healthy });
    expect(await access.latestBlock()).toEqual({ number: 100, timestamp: 1_700_000_000 });
    const alone = accessTo({ [one]: liar });
    await expect(alone.access.latestBlock()).rejects.toMatchObject({
      code: "chain/wrong-chain",
      params: { endpoint: "one.example", expected: 1, actual: 42 },
    });
  });

  it("is asked again after a failure and notices a change in mid-session", async () => {
    let state: "good" | "down" | "moved" = "good";
    const { access } = accessTo(
      {
        [one]: (exchange) => {
          if (state === "good") return healthy(exchange);
          if (state === "down") throw new TypeError("fetch failed");
          return node(() => ({ result: "0x5" }))(exchange);
        },
      },
      { policy: { attempts: 1 } },
    );
    await access.latestBlock();
    state = "down";
    await expect(access.latestBlock()).rejects.toMatchObject({ code: "chain/unreachable" });
    state = "moved";
    await expect(access.latestBlock()).rejects.toMatchObject({ code: "chain/wrong-chain" });
  });

  it("is asked again after five minutes even if nothing failed", async () => {
    const { access, exchanges, clock } = accessTo({ [one]: healthy });
    await access.latestBlock();
    clock.advance(300_000);
    await access.latestBlock();
    expect(methods(exchanges[1])).toEqual(["eth_chainId", "eth_getBlockByNumber"]);
  });
});

describe("failover", () => {
  it.each<[string, string, () => ReturnType<typeof answer>]>([
    ["HTML", "chain/not-json", () => answer("<html>Bad gateway</html>")],
    ["an HTTP error", "chain/http", () => answer("nope", 403)],
    ["a server error", "chain/http", () => answer("nope", 502)],
    ["429", "chain/rate-limited", () => answer("slow down", 429, 60)],
    ["a hang", "chain/timeout", timeout],
    ["100 MB", "chain/answer-too-large", () => answer("x".repeat(100_000_000))],
    ["an empty body", "chain/not-json", () => answer("")],
    ["null", "chain/answer-malformed", () => answer("null")],
    ["a short batch", "chain/answer-malformed", () => answer([])],
  ])(
    "goes to the next endpoint after %s and names only the host when none is left",
    async (_, code, fault) => {
      const { access } = accessTo({ [one]: fault, [two]: healthy });
      expect((await access.latestBlock()).number).toBe(100);
      const alone = accessTo({ [one]: fault });
      const error = await alone.access.latestBlock().catch((caught) => caught);
      expect(error).toMatchObject({ code, params: { endpoint: "one.example" } });
      expect(`${JSON.stringify(error)} ${error.stack} ${error.cause}`).not.toContain("secret-key");
    },
  );

  it("drops a batch in which an id is missing, doubled, foreign or a text", async () => {
    for (const bend of [
      (ids: unknown[]) => [ids[0], ids[0]],
      (ids: unknown[]) => [ids[0], 999],
      (ids: unknown[]) => [ids[0], String(ids[1])],
      (ids: unknown[]) => [ids[0], null],
      (ids: unknown[]) => [ids[0], ids[1], ids[1]],
    ]) {
      const { access } = accessTo({
        [one]: ({ requests }) =>
          answer(bend(requests.map((r) => r.id)).map((id) => ({ jsonrpc: "2.0", id, result: "0x1" }))),
      });
      await expect(access.latestBlock()).rejects.toMatchObject({ code: "chain/answer-malformed" });
    }
  });

  it("takes responses in any order", async () => {
    const { access } = accessTo({
      [one]: ({ requests }) =>
        answer(
          requests
            .map(({ id, method }) => ({
              jsonrpc: "2.0",
              id,
              result: method === "eth_chainId" ? "0x1" : { number: "0x7", timestamp: "0x8" },
            }))
            .reverse(),
        ),
    });
    expect(await access.latestBlock()).toEqual({ number: 7, timestamp: 8 });
  });

  it.each([5, "5", "0x", "0x05", "-0x5", "0x-5", "0xg", `0x1${"0".repeat(64)}`, null, [], {}, true])(
    "refuses %j where a quantity belongs",
    async (wrong) => {
      const bad = node(({ method }) => ({ result: method === "eth_chainId" ? "0x1" : wrong }));
      const { access } = accessTo({ [one]: bad });
      await expect(access.nonces("0x1111111111111111111111111111111111111111")).rejects.toMatchObject({
        code: "chain/answer-malformed",
        params: { endpoint: "one.example", method: "eth_getTransactionCount" },
      });
    },
  );

  it("asks an endpoint that failed last until its cool-down is over", async () => {
    let down = true;
    const { access, exchanges, clock } = accessTo({
      [one]: (exchange) => (down ? timeout() : healthy(exchange)),
      [two]: healthy,
    });
    await access.latestBlock();
    await access.latestBlock();
    expect(exchanges.map(({ url }) => url)).toEqual([one, two, two]);
    down = false;
    clock.advance(5_000);
    await access.latestBlock();
    expect(exchanges.at(-1)?.url).toBe(one);
  });

  it("takes a refusal about the call as the answer, and asks elsewhere about one about the node", async () => {
    const refusing = (code: number) =>
      node(({ method }) =>
        method === "eth_chainId" ? { result: "0x1" } : { error: { code, message: "https://x/secret-key" } },
      );
    const { access, exchanges } = accessTo({ [one]: refusing(-32000), [two]: healthy });
    const error = await access.latestBlock().catch((caught) => caught);
    expect(error).toMatchObject({ code: "chain/rpc", params: { endpoint: "one.example", rpcCode: -32000 } });
    expect(`${JSON.stringify(error)} ${error.stack}`).not.toContain("secret-key");
    expect(exchanges).toHaveLength(1);
    const other = accessTo({ [one]: refusing(-32005), [two]: healthy });
    expect((await other.access.latestBlock()).number).toBe(100);
  });

  it("says so when a network has no endpoint", async () => {
    const { access } = accessTo({});
    await expect(access.latestBlock()).rejects.toMatchObject({ code: "chain/no-endpoint" });
  });
});

describe("retries", () => {
  it("wait as long as Retry-After says, when that is short", async () => {
    let tries = 0;
    const { access, clock } = accessTo({
      [one]: (exchange) => (++tries === 1 ? answer("slow down", 429, 2) : healthy(exchange)),
    });
    await access.latestBlock();
    expect(clock.slept).toEqual([2000]);
  });

  it("back off with jitter after network and server errors, three tries in all", async () => {
    const { access, clock, exchanges } = accessTo({ [one]: () => answer("oops", 503) });
    await expect(access.latestBlock()).rejects.toMatchObject({ code: "chain/http" });
    expect(exchanges).toHaveLength(3);
    expect(clock.slept).toEqual([250, 500]);
  });

  it("are not made after a hang or an answer that will not change", async () => {
    for (const fault of [timeout, () => answer("<html>")]) {
      const { access, exchanges } = accessTo({ [one]: fault });
      const error = await access.latestBlock().catch((caught) => caught);
      expect(isWeirError(error)).toBe(true);
      expect(exchanges).toHaveLength(1);
    }
  });
});
