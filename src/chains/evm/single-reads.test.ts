import { describe, expect, it } from "vitest";
import { nativeTransferAddress, transferTopic } from "../../core/asset/erc20.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { probeNetwork } from "./probe.ts";
import { accessTo, chain, network, node, type Received, testClock } from "./testing/scripted-node.ts";

const url = "https://one.example/a";
const account = "0x00000000000000000000000000000000000a11ce";
const token = "0x00000000000000000000000000000000000070c3";
const { multicall3: _, ...bare } = chain;
const plain: Chain = bare;
const word = (value: bigint) => `0x${value.toString(16).padStart(64, "0")}`;

/** A node of a network without Multicall3; `simulates` runs one call that pays 3 wei out. */
function small(
  more: (request: Received) => { result: unknown } | { error: unknown } | undefined = () => undefined,
) {
  return node((request) => {
    const special = more(request);
    if (special) return special;
    const { method, params } = request;
    if (method === "eth_chainId") return { result: "0x1" };
    if (method === "eth_getBlockByNumber") {
      const number = params[0] === "latest" ? 200 : Number(params[0]);
      return {
        result: { number: `0x${number.toString(16)}`, timestamp: `0x${(1000 + number * 3).toString(16)}` },
      };
    }
    if (method === "eth_getBalance") return { result: "0x64" };
    if (method === "eth_call" && (params[0] as { to: string }).to === token) return { result: word(7n) };
    if (method === "eth_call") return { result: "0x" };
    return { error: { code: -32601, message: "Method not found" } };
  });
}

describe("a network without Multicall3", () => {
  it("is read at one block: the block first, then each call and balance at it", async () => {
    const { access, exchanges } = accessTo({ [url]: small() }, { chain: plain });
    const result = await access.readMany({
      reads: [{ key: "t", to: token, data: "0x70a08231" }],
      native: [account],
    });
    expect(result?.block).toEqual({ number: 200, timestamp: 1600 });
    expect(result?.answers.get("t")).toBe(word(7n));
    expect(result?.native.get(account)).toBe(100n);
    const asked = exchanges.flatMap(({ requests }) => requests);
    expect(asked.filter(({ method }) => method !== "eth_chainId").map(({ params }) => params.at(-1))).toEqual(
      [false, "0xc8", "0xc8"],
    );
    expect(exchanges.length).toBe(2);
  });

  it("says undefined for a call that reverts, and rejects when the node would not answer", async () => {
    const failing = (code: number, message: string) =>
      accessTo(
        { [url]: small(({ method }) => (method === "eth_call" ? { error: { code, message } } : undefined)) },
        { chain: plain },
      ).access.readMany({ reads: [{ key: "t", to: token, data: "0x" }], native: [] });
    expect((await failing(3, "execution reverted"))?.answers.get("t")).toBeUndefined();
    await expect(failing(-32000, "header not found")).rejects.toMatchObject({ code: "chain/rpc" });
  });

  it("is simulated with each read as a call of its own behind, native by the transfers that are told", async () => {
    const ok = (returnData: string, logs: unknown[] = []) => ({
      status: "0x1",
      returnData,
      gasUsed: "0x5208",
      logs,
    });
    const paid = {
      address: nativeTransferAddress,
      topics: [transferTopic, word(BigInt(account)), word(BigInt(token))],
      data: word(3n),
      blockNumber: "0xc9",
    };
    const { access } = accessTo(
      {
        [url]: small(({ method }) =>
          method === "eth_simulateV1"
            ? { result: [{ number: "0xc9", calls: [ok("0x", [paid]), ok(word(4n))] }] }
            : method === "eth_estimateGas"
              ? { result: "0x5208" }
              : undefined,
        ),
      },
      { chain: plain },
    );
    const simulation = await access.simulate({
      calls: [{ from: account, to: token, data: "0x", value: 3n }],
      reads: [{ key: "t", to: token, data: "0x70a08231" }],
    });
    expect(simulation.revertReason).toBeUndefined();
    expect(simulation.before.get("t")).toBe(word(7n));
    expect(simulation.after?.get("t")).toBe(word(4n));
    expect(simulation.nativeBefore).toBe(100n);
    expect(simulation.nativeAfter).toBe(97n);
  });
});

describe("a network before it is added", () => {
  const probe = (answer: string, block = small) => {
    const clock = testClock();
    const serve = block(({ method }) => (method === "eth_call" ? { result: answer } : undefined));
    const { http } = network({ [url]: serve });
    return probeNetwork({ url, chainId: 1, http, clock, sleep: async () => undefined });
  };

  it("is told by its node: block time, and whether Multicall3 is there", async () => {
    expect(await probe(word(200n))).toMatchObject({ blockNumber: 200, blockSeconds: 3, multicall: true });
    expect(await probe("0x")).toMatchObject({ multicall: false });
  });

  it("that began a moment ago has no Multicall3 by that alone", async () => {
    const young = ({ method }: Received) =>
      method === "eth_getBlockByNumber" ? { result: { number: "0x0", timestamp: "0x3e8" } } : undefined;
    const { http } = network({ [url]: small(young) });
    const input = { url, chainId: 1, http, clock: testClock(), sleep: async () => undefined };
    expect(await probeNetwork(input)).toMatchObject({ blockNumber: 0, multicall: false });
  });

  it("whose Multicall3 counts another chain's blocks counts as without", async () => {
    expect(await probe(word(19_000_000n))).toMatchObject({ multicall: false });
  });

  it("is refused when the node serves another chain", async () => {
    const serve = small(({ method }) => (method === "eth_chainId" ? { result: "0x5" } : undefined));
    const { http } = network({ [url]: serve });
    const input = { url, chainId: 1, http, clock: testClock(), sleep: async () => undefined };
    await expect(probeNetwork(input)).rejects.toMatchObject({ code: "chain/wrong-chain" });
  });
});
