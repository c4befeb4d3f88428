import { hostLabel } from "../../../core/chain/endpoint-url.ts";
import type { HttpPost, Sleep } from "../../../core/environment/environment.ts";
import { isWeirError, type WeirError } from "../../../core/errors/index.ts";
import type { RawOutcome } from "./answer.ts";
import { type ExchangeResult, exchange, type RpcCall } from "./exchange.ts";

export interface ClientPolicy {
  timeoutMs: number;
  /** Largest answer body accepted. */
  maxBytes: number;
  /** Most calls in one HTTP request; 1 switches batches off. */
  maxBatch: number;
  /** Tries of one HTTP request, the first included. */
  attempts: number;
  /** Longest a server's Retry-After is waited for; beyond it the next endpoint is asked. */
  longestWaitMs: number;
}

export const defaultPolicy: ClientPolicy = {
  timeoutMs: 10_000,
  maxBytes: 8_000_000,
  maxBatch: 100,
  attempts: 3,
  longestWaitMs: 5_000,
};

/** A failed request with the server's wish when to come back. */
export interface ClientFailure {
  error: WeirError;
  waitSeconds: number | undefined;
}

/** One endpoint: its batches, its retries, and what it turned out to be unable to do. */
export interface EndpointClient {
  readonly url: string;
  /** Host, as it may be shown. */
  readonly label: string;
  send(calls: readonly RpcCall[]): Promise<RawOutcome[] | ClientFailure>;
  /** False once the endpoint turned out not to know eth_simulateV1. */
  simulates: boolean;
}

export interface ClientParts {
  http: HttpPost;
  sleep: Sleep;
  /** Uniform in [0, 1), to spread retries. */
  random: () => number;
  policy: ClientPolicy;
}

const parallelSingles = 4;
const firstBackOffMs = 250;

/** A client of the endpoint at `url`. */
export function createEndpointClient(url: string, parts: ClientParts): EndpointClient {
  const { http, sleep, random, policy } = parts;
  const label = hostLabel(url);
  let nextId = 1;
  let takesBatches = policy.maxBatch > 1;

  async function once(calls: readonly RpcCall[]): Promise<ExchangeResult> {
    for (let attempt = 1; ; attempt++) {
      const firstId = nextId;
      nextId += calls.length;
      const result = await exchange(calls, {
        http,
        url,
        endpoint: label,
        timeoutMs: policy.timeoutMs,
        maxBytes: policy.maxBytes,
        firstId,
      });
      if (result.kind !== "trouble" || attempt >= policy.attempts || !isPassing(result.error)) return result;
      const backOff = firstBackOffMs * 2 ** (attempt - 1);
      const wait = Math.max((result.waitSeconds ?? 0) * 1000, backOff / 2 + random() * backOff);
      if (wait > policy.longestWaitMs) return result;
      await sleep(wait);
    }
  }

  async function singly(calls: readonly RpcCall[]): Promise<RawOutcome[] | ClientFailure> {
    const outcomes: RawOutcome[] = [];
    for (let start = 0; start < calls.length; start += parallelSingles) {
      const results = await Promise.all(
        calls.slice(start, start + parallelSingles).map((call) => once([call])),
      );
      for (const result of results) {
        if (result.kind !== "answered") return failure(result);
        outcomes.push(...result.outcomes);
      }
    }
    return outcomes;
  }

  return {
    url,
    label,
    simulates: true,
    async send(calls) {
      const outcomes: RawOutcome[] = [];
      for (let start = 0; start < calls.length; start += policy.maxBatch) {
        const part = calls.slice(start, start + policy.maxBatch);
        if (takesBatches || part.length === 1) {
          const result = await once(part);
          if (result.kind === "answered") {
            outcomes.push(...result.outcomes);
            continue;
          }
          if (result.kind === "trouble" || part.length === 1) return failure(result);
        }
        const answers = await singly(part);
        if (!Array.isArray(answers)) return answers;
        // Only now: an endpoint that refuses single calls as well did not refuse the batch for being one.
        takesBatches = false;
        outcomes.push(...answers);
      }
      return outcomes;
    },
  };
}

function failure(result: Exclude<ExchangeResult, { kind: "answered" }>): ClientFailure {
  return { error: result.error, waitSeconds: result.kind === "trouble" ? result.waitSeconds : undefined };
}

/** Troubles that may pass within a second. A timeout is not among them: waiting it out twice helps nobody. */
function isPassing(error: WeirError): boolean {
  if (isWeirError(error, "chain/http")) return error.params.status >= 500;
  return isWeirError(error, "chain/unreachable") || isWeirError(error, "chain/rate-limited");
}
