import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ageBlockTime, multiplyRates } from "./answer-faults.mjs";
import { callRpc } from "./anvil.mjs";

const LOOPBACK = "127.0.0.1";
const HUGE_BYTES = 100 * 1024 * 1024;

/**
 * How the proxy misbehaves. `methods` limits a mode to these JSON-RPC methods where the mode answers in the node's
 * stead (not to `dead`, `hang`, `html`, `http`, `huge`, which concern the whole HTTP request).
 * @typedef {{methods?: readonly string[]} & (
 *   {kind: "ok"} |
 *   {kind: "dead"} | {kind: "hang"} | {kind: "html"} | {kind: "huge"} |
 *   {kind: "slow", ms: number} |
 *   {kind: "http", status: number} |
 *   {kind: "wrong-chain", chainId: number} |
 *   {kind: "rate", factor: number} |
 *   {kind: "stale", seconds: number} |
 *   {kind: "error", code?: number, message?: string} |
 *   {kind: "malformed", result: unknown} |
 *   {kind: "not-json"}
 * )} Fault
 */

/**
 * A JSON-RPC proxy on loopback that passes requests to `target` and misbehaves as told.
 *
 * Faults: `dead` resets the connection, `hang` never answers, `slow` answers late, `html` sends a page with status
 * 200, `http` a bare status, `wrong-chain` another chain id, `rate` multiplies Lido's exchange rates (also inside
 * Multicall3 results), `stale` lets blocks look `seconds` old (also inside them), `huge` sends 100 MB, `error` a JSON-RPC error with
 * status 200, `malformed` the given value as every result, `not-json` a cut-off JSON text.
 * @param {{target: string, port?: number, fault?: Fault}} options port 0 (the default) takes a free one
 */
export async function startProxy({ target, port = 0, fault = { kind: "ok" } }) {
  /** @type {Fault} */
  let current = fault;
  let httpRequests = 0;
  /** @type {Map<string, number>} */
  const byMethod = new Map();
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async function answer(request, response) {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    if (request.method === "OPTIONS") return void response.writeHead(204).end();

    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const calls = Array.isArray(body) ? body : [body];
    httpRequests++;
    for (const { method } of calls) byMethod.set(method, (byMethod.get(method) ?? 0) + 1);

    const mode = current;
    switch (mode.kind) {
      case "dead":
        return void request.socket.resetAndDestroy();
      case "hang":
        return;
      case "html":
        return void response.setHeader("content-type", "text/html").end("<!doctype html><h1>Welcome</h1>");
      case "http":
        return void response.writeHead(mode.status).end();
      case "huge":
        return void (await pipeline(Readable.from(hugeBody()), response));
      case "slow":
        await new Promise((done) => setTimeout(done, mode.ms));
        break;
      default:
        break;
    }
    const upstream = await fetch(target, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answers = [await upstream.json()].flat();
    const spoilt = calls.map((call) =>
      spoil(
        mode,
        call,
        answers.find((a) => a.id === call.id),
      ),
    );
    const text = JSON.stringify(Array.isArray(body) ? spoilt : spoilt[0]);
    response.setHeader("content-type", "application/json");
    response.end(mode.kind === "not-json" ? text.slice(0, -2) : text);
  }

  await new Promise((done, fail) => server.once("error", fail).listen(port, LOOPBACK, () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");

  return {
    url: `http://${LOOPBACK}:${address.port}`,
    /** @param {Fault} next takes effect with the next request */
    setFault(next) {
      current = next;
    },
    /** Requests since the start or the last reset; OPTIONS preflights are not counted. */
    counts: () => ({ httpRequests, byMethod: Object.fromEntries(byMethod) }),
    resetCounts() {
      httpRequests = 0;
      byMethod.clear();
    },
    /** The node behind, unspoilt and uncounted. @param {string} method @param {readonly unknown[]} [params] */
    direct: (method, params) => callRpc(target, method, params),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function* hugeBody() {
  const piece = Buffer.alloc(1024 * 1024, "0");
  yield '{"jsonrpc":"2.0","id":1,"result":"0x';
  for (let sent = 0; sent < HUGE_BYTES; sent += piece.length) yield piece;
  yield '"}';
}

/**
 * @param {Fault} mode
 * @param {{id: unknown, method: string, params?: readonly any[]}} call
 * @param {any} answer the node's
 */
function spoil(mode, call, answer) {
  if (mode.methods && !mode.methods.includes(call.method)) return answer;
  switch (mode.kind) {
    case "error": {
      const error = { code: mode.code ?? -32_000, message: mode.message ?? "the node is out of order" };
      return { jsonrpc: "2.0", id: call.id, error };
    }
    case "malformed":
      return { jsonrpc: "2.0", id: call.id, result: mode.result };
    case "wrong-chain":
      if (call.method === "eth_chainId") return { ...answer, result: `0x${mode.chainId.toString(16)}` };
      if (call.method === "net_version") return { ...answer, result: String(mode.chainId) };
      return answer;
    case "stale":
      if (call.method === "eth_call" && typeof answer?.result === "string") {
        return { ...answer, result: ageBlockTime(call.params?.[0], answer.result, mode.seconds) };
      }
      return staleBlock(answer, mode.seconds);
    case "rate":
      if (call.method !== "eth_call" || typeof answer?.result !== "string") return answer;
      return { ...answer, result: multiplyRates(call.params?.[0], answer.result, BigInt(mode.factor)) };
    default:
      return answer;
  }
}

/** @param {any} answer @param {number} seconds */
function staleBlock(answer, seconds) {
  const timestamp = answer?.result?.timestamp;
  if (typeof timestamp !== "string") return answer;
  return {
    ...answer,
    result: { ...answer.result, timestamp: `0x${(Number(timestamp) - seconds).toString(16)}` },
  };
}
