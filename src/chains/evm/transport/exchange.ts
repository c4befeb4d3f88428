import type { HttpPost } from "../../../core/environment/environment.ts";
import { isWeirError, WeirError } from "../../../core/errors/index.ts";
import { parseBatch, parseJson, parseResponse, type RawOutcome } from "./answer.ts";

/** Method and parameters of one call. */
export interface RpcCall {
  method: string;
  params: readonly unknown[];
}

/** What came of one HTTP request: outcomes in order, trouble, or the sign that the endpoint takes no batches. */
export type ExchangeResult =
  | { kind: "answered"; outcomes: RawOutcome[] }
  | { kind: "trouble"; error: WeirError; waitSeconds: number | undefined }
  | { kind: "batch-refused"; error: WeirError };

export interface ExchangeOptions {
  http: HttpPost;
  url: string;
  /** Host only, for errors. */
  endpoint: string;
  timeoutMs: number;
  maxBytes: number;
  /** First of the ids to use; the batch takes as many as it has calls. */
  firstId: number;
}

/** Enough of a refusal's body to find a JSON-RPC error in it. */
const refusalBytes = 65_536;
/** 400, 405, 413, 415, 422 and 501 are what proxies say to a body that is an array. */
const refusesBatch = new Set([400, 405, 413, 415, 422, 501]);

/** Sends `calls` in one HTTP request: a lone call as an object, several as a JSON-RPC batch. Never rejects. */
export async function exchange(calls: readonly RpcCall[], options: ExchangeOptions): Promise<ExchangeResult> {
  const { endpoint } = options;
  const trouble = (error: WeirError, waitSeconds?: number): ExchangeResult => ({
    kind: "trouble",
    error,
    waitSeconds,
  });
  const bodies = calls.map((call, index) => ({ jsonrpc: "2.0", id: options.firstId + index, ...call }));
  const ids = bodies.map((body) => body.id);
  const isBatch = calls.length > 1;
  try {
    const answer = await options.http(options.url, JSON.stringify(isBatch ? bodies : bodies[0]), {
      timeoutMs: options.timeoutMs,
    });
    if (answer.status === 429)
      return trouble(new WeirError("chain/rate-limited", { endpoint }), answer.retryAfterSeconds);
    const good = answer.status >= 200 && answer.status < 300;
    const httpError = new WeirError("chain/http", { endpoint, status: answer.status });
    if (answer.status === 401 || answer.status === 403) return trouble(httpError);
    const text = await answer.text(good ? options.maxBytes : refusalBytes);
    const value = good ? parseJson(text, endpoint) : jsonOrUndefined(text);
    const malformed = new WeirError("chain/answer-malformed", { endpoint, method: calls[0]?.method ?? "" });
    const error = good ? malformed : httpError;
    return isBatch
      ? readBatch(value, ids, answer.status, error)
      : readSingle(value, ids[0], trouble(error, answer.retryAfterSeconds));
  } catch (cause) {
    return trouble(transportError(cause, endpoint));
  }
}

function readSingle(value: unknown, id: unknown, otherwise: ExchangeResult): ExchangeResult {
  const response = parseResponse(value);
  const fits = response && (response.id === id || (response.id === null && !response.outcome.ok));
  return fits ? { kind: "answered", outcomes: [response.outcome] } : otherwise;
}

function readBatch(value: unknown, ids: readonly number[], status: number, error: WeirError): ExchangeResult {
  const outcomes = parseBatch(value, ids);
  if (outcomes) {
    const refused = outcomes.every((outcome) => !outcome.ok && /batch/i.test(outcome.refusal.message));
    return refused ? { kind: "batch-refused", error } : { kind: "answered", outcomes };
  }
  const lone = parseResponse(Array.isArray(value) && value.length === 1 ? value[0] : value);
  const saysBatch = lone !== undefined && !lone.outcome.ok && /batch/i.test(lone.outcome.refusal.message);
  const bareRefusal = lone !== undefined && !lone.outcome.ok && status < 500;
  if (saysBatch || bareRefusal || refusesBatch.has(status)) return { kind: "batch-refused", error };
  return { kind: "trouble", error, waitSeconds: undefined };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The chain/* error of a failed HTTP request. The cause is left out: fetch's messages name whole URLs. */
function transportError(cause: unknown, endpoint: string): WeirError {
  if (isWeirError(cause)) return cause;
  if (cause instanceof RangeError) return new WeirError("chain/answer-too-large", { endpoint });
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  if (name === "TimeoutError") return new WeirError("chain/timeout", { endpoint });
  return new WeirError("chain/unreachable", { endpoint });
}
