import type { EndpointHealth } from "../../../core/chain/endpoint-health.ts";
import { WeirError } from "../../../core/errors/index.ts";
import { smallQuantity } from "../quantity.ts";
import type { RawOutcome } from "./answer.ts";
import { type ClientParts, createEndpointClient, type EndpointClient } from "./endpoint-client.ts";
import type { RpcCall } from "./exchange.ts";
import {
  isNodeTrouble,
  type RpcOutcome,
  type RpcOutcomes,
  type RpcRequest,
  type RpcRequests,
} from "./rpc.ts";

/** Outcomes of a group of calls, all from one endpoint. */
export interface Answered<T extends readonly unknown[]> {
  client: EndpointClient;
  outcomes: RpcOutcomes<T>;
}

/** Groups of calls to the endpoints of one network. */
export interface Transport {
  readonly chainId: number;
  /** Endpoint URLs in the user's order; rejects chain/no-endpoint when there is none. */
  urls(): Promise<string[]>;
  /**
   * Sends a group with every other group of the same turn in one HTTP request, to the first endpoint in the user's order
   * that answers properly. The group's answers always come from one endpoint. Rejects with the first endpoint's error
   * when none does.
   */
  ask<T extends readonly unknown[]>(requests: RpcRequests<T>): Promise<Answered<T>>;
  /**
   * Sends a group to this endpoint alone. `careful` checks the chain id in a request of its own first, for calls
   * that must not reach another network.
   */
  askOf<T extends readonly unknown[]>(
    url: string,
    requests: RpcRequests<T>,
    careful?: boolean,
  ): Promise<Answered<T>>;
}

interface Group {
  requests: readonly RpcRequest[];
  resolve(answered: Answered<readonly unknown[]>): void;
  reject(error: unknown): void;
  firstError: unknown;
}

const chainIdCall: RpcCall = { method: "eth_chainId", params: [] };

export interface TransportParts extends ClientParts {
  chainId: number;
  endpoints: () => Promise<string[]>;
  health: EndpointHealth;
}

/** The transport of one network. */
export function createTransport(parts: TransportParts): Transport {
  const { chainId, health } = parts;
  const clients = new Map<string, EndpointClient>();
  let waiting: Group[] | undefined;

  function client(url: string): EndpointClient {
    const known = clients.get(url);
    if (known) return known;
    const made = createEndpointClient(url, parts);
    clients.set(url, made);
    return made;
  }

  async function urls(): Promise<string[]> {
    const list = await parts.endpoints();
    if (list.length === 0) throw new WeirError("chain/no-endpoint", { chainId });
    return list;
  }

  /** Raw outcomes of `calls`, with the chain id asked in the same request when it is not known. Throws chain/*. */
  async function checked(endpoint: EndpointClient, calls: readonly RpcCall[]): Promise<RawOutcome[]> {
    const asksChain = !health.chainKnown(endpoint.url, chainId);
    const sent = await endpoint.send(asksChain ? [chainIdCall, ...calls] : calls);
    if (!Array.isArray(sent)) {
      health.failed(endpoint.url, sent.waitSeconds);
      throw sent.error;
    }
    if (!asksChain) return sent;
    const actual = chainIdOf(sent[0], endpoint.label);
    if (actual instanceof WeirError || actual !== chainId) {
      health.failed(endpoint.url);
      throw actual instanceof WeirError
        ? actual
        : new WeirError("chain/wrong-chain", { endpoint: endpoint.label, expected: chainId, actual });
    }
    health.chainSeen(endpoint.url, chainId);
    return sent.slice(1);
  }

  /** Decoded outcomes of one group, or the error for which the next endpoint should be asked. */
  function decodeGroup(
    requests: readonly RpcRequest[],
    raw: readonly RawOutcome[],
    endpoint: EndpointClient,
  ): RpcOutcome[] | WeirError {
    const outcomes: RpcOutcome[] = [];
    for (const [index, request] of requests.entries()) {
      const outcome = raw[index];
      const { method } = request;
      if (outcome === undefined)
        return new WeirError("chain/answer-malformed", { endpoint: endpoint.label, method });
      if (!outcome.ok) {
        const { refusal } = outcome;
        if (!(request.isFinal?.(refusal) ?? !isNodeTrouble(refusal))) {
          return new WeirError("chain/rpc", { endpoint: endpoint.label, method, rpcCode: refusal.code });
        }
        outcomes.push({ ok: false, refusal });
        continue;
      }
      try {
        outcomes.push({ ok: true, value: request.decode(outcome.result) });
      } catch {
        // Malformed, or a decoder of ABI data giving up: either way the node sent nonsense.
        health.failed(endpoint.url);
        return new WeirError("chain/answer-malformed", { endpoint: endpoint.label, method });
      }
    }
    return outcomes;
  }

  /** Asks one endpoint for all groups; gives back those that it left unanswered. */
  async function round(endpoint: EndpointClient, groups: readonly Group[]): Promise<Group[]> {
    let raw: RawOutcome[];
    try {
      raw = await checked(
        endpoint,
        groups.flatMap((group) => group.requests.map(({ method, params }) => ({ method, params }))),
      );
    } catch (error) {
      for (const group of groups) group.firstError ??= error;
      return [...groups];
    }
    const left: Group[] = [];
    let start = 0;
    health.succeeded(endpoint.url);
    for (const group of groups) {
      const end = start + group.requests.length;
      const outcomes = decodeGroup(group.requests, raw.slice(start, end), endpoint);
      start = end;
      if (Array.isArray(outcomes)) {
        group.resolve({ client: endpoint, outcomes });
        continue;
      }
      group.firstError ??= outcomes;
      left.push(group);
    }
    return left;
  }

  async function flush(): Promise<void> {
    let groups: Group[] = [];
    try {
      const list = await urls();
      groups = takeWaiting();
      for (const url of health.order(list)) {
        groups = await round(client(url), groups);
        if (groups.length === 0) return;
      }
      for (const group of groups) group.reject(group.firstError);
    } catch (error) {
      for (const group of [...groups, ...takeWaiting()]) group.reject(error);
    }
  }

  function takeWaiting(): Group[] {
    const groups = waiting ?? [];
    waiting = undefined;
    return groups;
  }

  return {
    chainId,
    urls,
    ask: <T extends readonly unknown[]>(requests: RpcRequests<T>) =>
      new Promise<Answered<T>>((resolve, reject) => {
        const group: Group = {
          requests,
          resolve: (answered) => resolve(answered as Answered<T>),
          reject,
          firstError: undefined,
        };
        if (waiting) waiting.push(group);
        else {
          waiting = [group];
          void flush();
        }
      }),
    async askOf<T extends readonly unknown[]>(url: string, requests: RpcRequests<T>, careful = false) {
      const endpoint = client(url);
      if (careful && !health.chainKnown(url, chainId)) await checked(endpoint, []);
      return await new Promise<Answered<T>>((resolve, reject) => {
        const group: Group = {
          requests,
          resolve: (answered) => resolve(answered as Answered<T>),
          reject,
          firstError: undefined,
        };
        round(endpoint, [group]).then((left) => {
          for (const unanswered of left) unanswered.reject(unanswered.firstError);
        }, reject);
      });
    },
  };
}

function chainIdOf(outcome: RawOutcome | undefined, endpoint: string): number | WeirError {
  const malformed = new WeirError("chain/answer-malformed", { endpoint, method: "eth_chainId" });
  if (!outcome) return malformed;
  if (!outcome.ok) {
    return new WeirError("chain/rpc", { endpoint, method: "eth_chainId", rpcCode: outcome.refusal.code });
  }
  try {
    return smallQuantity(outcome.result);
  } catch {
    return malformed;
  }
}

/** The value of an outcome, or a rejection with chain/rpc naming the endpoint and the method. */
export function valueOrThrow<T>(outcome: RpcOutcome<T>, client: EndpointClient, method: string): T {
  if (outcome.ok) return outcome.value;
  throw new WeirError("chain/rpc", { endpoint: client.label, method, rpcCode: outcome.refusal.code });
}
