import { Interface } from "ethers/abi";
import type { Hex } from "../../../core/account/account.ts";
import { chains } from "../../../core/chain/chains.ts";
import type { Clock, HttpAnswer, HttpPost } from "../../../core/environment/environment.ts";
import { createEvmAccess, type EvmAccessParts } from "../access.ts";

const [mainnet] = chains;
if (!mainnet) throw new Error("no network");
export const chain = mainnet;

/** A JSON-RPC request as it arrived. */
export interface Received {
  id: number;
  method: string;
  params: unknown[];
}

/** A result, or an error to answer with. */
export type Script = (request: Received) => { result: unknown } | { error: unknown };

/** One HTTP exchange that a scripted node saw. */
export interface Exchange {
  url: string;
  requests: Received[];
  batch: boolean;
}

export function answer(body: unknown, status = 200, retryAfterSeconds?: number): HttpAnswer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    status,
    retryAfterSeconds,
    text: async (maxBytes) => {
      if (text.length > maxBytes) throw new RangeError("too large");
      return text;
    },
  };
}

/** Answers batches and single requests by `script`, as a well-behaved node. */
export function node(script: Script): (exchange: Exchange) => HttpAnswer {
  return ({ requests, batch }) => {
    const responses = requests.map((request) => ({ jsonrpc: "2.0", id: request.id, ...script(request) }));
    return answer(batch ? responses : responses[0]);
  };
}

export function timeout(): never {
  throw Object.assign(new Error("hung"), { name: "TimeoutError" });
}

/** HTTP to nodes by URL, with everything that was sent. */
export function network(nodes: Record<string, (exchange: Exchange) => HttpAnswer>): {
  http: HttpPost;
  exchanges: Exchange[];
} {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    http: async (url, body) => {
      const parsed: Received | Received[] = JSON.parse(body);
      const exchange = { url, requests: [parsed].flat(), batch: Array.isArray(parsed) };
      exchanges.push(exchange);
      const serve = nodes[url];
      if (!serve) throw new TypeError("fetch failed");
      return serve(exchange);
    },
  };
}

/** A clock that moves only when told, and a sleep that moves it. */
export function testClock(): Clock & { advance(milliseconds: number): void; slept: number[] } {
  let now = 1_000;
  const slept: number[] = [];
  return {
    slept,
    nowSeconds: () => 1_700_000_000 + Math.floor(now / 1000),
    monotonicMs: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Access over scripted nodes, in the order of their URLs. */
export function accessTo(
  nodes: Record<string, (exchange: Exchange) => HttpAnswer>,
  options: Partial<EvmAccessParts> = {},
) {
  const { http, exchanges } = network(nodes);
  const clock = testClock();
  const access = createEvmAccess({
    chain,
    endpoints: async () => Object.keys(nodes),
    http,
    clock,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      clock.slept.push(milliseconds);
      clock.advance(milliseconds);
    },
    ...options,
  });
  return { access, exchanges, clock };
}

const multicall = new Interface([
  "function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[])",
]);

const word = (value: bigint | number) => `0x${value.toString(16).padStart(64, "0")}`;

/** Executes aggregate3 at a block: the getters itself, everything else by `view` (undefined = reverts). */
export function aggregate(
  params: readonly unknown[],
  block: { number: number; timestamp: number },
  view: (call: { target: string; data: string }) => string | undefined = () => word(1),
): Hex {
  const [calls] = multicall.decodeFunctionData("aggregate3", (params[0] as { data: string }).data);
  const results = Array.from(calls as Iterable<{ target: string; callData: string }>, (call) => {
    const selector = call.callData.slice(0, 10);
    if (selector === "0x42cbb15c") return [true, word(block.number)];
    if (selector === "0x0f28c97d") return [true, word(block.timestamp)];
    if (selector === "0x4d2301cc") return [true, word(7n * 10n ** 18n)];
    const returned = view({ target: call.target, data: call.callData });
    return [returned !== undefined, returned ?? "0x"];
  });
  return multicall.encodeFunctionResult("aggregate3", [results]) as Hex;
}

/** A healthy mainnet node at block 100. */
export const healthy = node(({ method, params }) => {
  switch (method) {
    case "eth_chainId":
      return { result: "0x1" };
    case "eth_call":
      return { result: aggregate(params, { number: 100, timestamp: 1_700_000_000 }) };
    case "eth_getBlockByNumber":
      return { result: { number: "0x64", timestamp: "0x6553f100" } };
    case "eth_getCode":
      return { result: "0x" };
    case "eth_getTransactionCount":
      return { result: "0x5" };
    default:
      return { error: { code: -32601, message: "Method not found" } };
  }
});
