import { Interface } from "ethers/abi";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADDRESSES, type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { type RpcProxy, startProxy } from "../../scripts/devnet/proxy.mjs";
import { serveSite } from "../../scripts/devnet/site.mjs";

const { wsteth, multicall3 } = ADDRESSES;
const abi = new Interface([
  "function stEthPerToken() view returns (uint256)",
  "function aggregate3((address,bool,bytes)[]) payable returns ((bool success, bytes returnData)[])",
]);
const RATE_CALL = { to: wsteth, data: abi.encodeFunctionData("stEthPerToken") };

let devnet: Devnet;
let proxy: RpcProxy;

beforeAll(async () => {
  devnet = await startDevnet({ historyDays: 0 });
  proxy = await startProxy({ target: devnet.url });
});
afterAll(async () => {
  await proxy?.stop();
  await devnet?.stop();
});
beforeEach(() => {
  proxy.setFault({ kind: "ok" });
  proxy.resetCounts();
});

const post = (body: unknown, signal?: AbortSignal) =>
  fetch(proxy.url, { method: "POST", body: JSON.stringify(body), ...(signal ? { signal } : {}) });
async function call(method: string, params: readonly unknown[] = []) {
  return (await post({ jsonrpc: "2.0", id: 7, method, params })).json();
}

describe("the fault-injecting proxy", () => {
  it("passes requests through and counts them by HTTP request and by method", async () => {
    expect(await call("eth_chainId")).toEqual({ jsonrpc: "2.0", id: 7, result: "0x1" });
    const batch = ["eth_chainId", "eth_blockNumber"].map((method, id) => ({
      jsonrpc: "2.0",
      id,
      method,
      params: [],
    }));
    expect(await (await post(batch)).json()).toHaveLength(2);
    expect(proxy.counts()).toEqual({ httpRequests: 2, byMethod: { eth_chainId: 2, eth_blockNumber: 1 } });
  });

  it("cuts the connection when dead, and answers again afterwards", async () => {
    proxy.setFault({ kind: "dead" });
    await expect(call("eth_chainId")).rejects.toThrow();
    proxy.setFault({ kind: "ok" });
    expect((await call("eth_chainId")).result).toBe("0x1");
  });

  it("stays silent when hanging", async () => {
    proxy.setFault({ kind: "hang" });
    await expect(post({ id: 1, method: "eth_chainId" }, AbortSignal.timeout(100))).rejects.toThrow();
  });

  it("answers with a page, a status, an error, nonsense or cut-off text", async () => {
    proxy.setFault({ kind: "html" });
    expect(await (await post({ id: 1, method: "eth_chainId" })).text()).toContain("<!doctype html>");
    proxy.setFault({ kind: "http", status: 429 });
    expect((await post({ id: 1, method: "eth_chainId" })).status).toBe(429);
    proxy.setFault({ kind: "error" });
    expect((await call("eth_chainId")).error.code).toBe(-32_000);
    proxy.setFault({ kind: "malformed", result: -1, methods: ["eth_chainId"] });
    expect((await call("eth_chainId")).result).toBe(-1);
    expect((await call("eth_blockNumber")).result).toMatch(/^0x/);
    proxy.setFault({ kind: "not-json" });
    await expect(call("eth_chainId")).rejects.toThrow(SyntaxError);
  });

  it("claims another chain and older blocks", async () => {
    proxy.setFault({ kind: "wrong-chain", chainId: 137 });
    expect((await call("eth_chainId")).result).toBe("0x89");
    const truth = Number((await proxy.direct("eth_getBlockByNumber", ["latest", false])).timestamp);
    proxy.setFault({ kind: "stale", seconds: 7_200 });
    const { result } = await call("eth_getBlockByNumber", ["latest", false]);
    expect(truth - Number(result.timestamp)).toBe(7_200);
  });

  it("multiplies the exchange rate, asked alone or inside Multicall3, and leaves the rest", async () => {
    const truth = BigInt(await proxy.direct("eth_call", [RATE_CALL, "latest"]));
    proxy.setFault({ kind: "rate", factor: 1_000 });
    expect(BigInt((await call("eth_call", [RATE_CALL, "latest"])).result)).toBe(truth * 1_000n);
    const data = abi.encodeFunctionData("aggregate3", [
      [
        [wsteth, true, RATE_CALL.data],
        [wsteth, true, "0x313ce567"],
      ],
    ]);
    const { result } = await call("eth_call", [{ to: multicall3, input: data }, "latest"]);
    const [rate, decimals] = abi.decodeFunctionResult("aggregate3", result)[0];
    expect(BigInt(rate.returnData)).toBe(truth * 1_000n);
    expect(BigInt(decimals.returnData)).toBe(18n);
  });
});

describe("the demo site", () => {
  it("is served on two loopback origins, and nothing but its own files", async () => {
    const site = await serveSite();
    try {
      for (const origin of [site.url, site.otherUrl]) {
        expect(await (await fetch(origin)).text()).toContain('id="approve-exact"');
      }
      expect((await fetch(`${site.url}/../../package.json`)).status).toBe(404);
    } finally {
      await site.stop();
    }
  });

  it("names the contracts where the chain has them", async () => {
    const calls = await import("../devnet/site/calls.js");
    expect([calls.STETH, calls.WSTETH, calls.LOCH]).toEqual([
      ADDRESSES.steth,
      ADDRESSES.wsteth,
      ADDRESSES.loch,
    ]);
    const loch = devnet.contracts.abiOf("Loch");
    expect(calls.deposit(wsteth, 5n)).toBe(loch.encodeFunctionData("deposit", [wsteth, 5n]));
    expect(calls.withdraw(wsteth, 5n)).toBe(loch.encodeFunctionData("withdraw", [wsteth, 5n]));
    expect(calls.depositedBy(multicall3, wsteth)).toBe(
      loch.encodeFunctionData("balanceOf", [multicall3, wsteth]),
    );
  });
});
