import type { ChainAccess } from "../../core/chain/access.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { createEndpointHealth, type EndpointHealth } from "../../core/chain/endpoint-health.ts";
import type { Clock, HttpPost, Sleep } from "../../core/environment/environment.ts";
import { WeirError } from "../../core/errors/index.ts";
import { broadcast, knows } from "./broadcast.ts";
import { feeHistoryRequest, feesFromHistory } from "./fees.ts";
import { createLogReader } from "./logs.ts";
import { createReader } from "./reads.ts";
import { codeRequest, latestBlockRequest, nonceRequest, receiptRequest } from "./requests.ts";
import type { ErrorNames } from "./revert-reason.ts";
import { simulate } from "./simulate.ts";
import { isVerdict } from "./simulate-requests.ts";
import { type ClientPolicy, defaultPolicy } from "./transport/endpoint-client.ts";
import type { RpcRequest } from "./transport/rpc.ts";
import { createTransport, valueOrThrow } from "./transport/transport.ts";

export interface EvmAccessParts {
  chain: Chain;
  /** URLs in the user's order, read anew for every request so that a change in settings holds at once. */
  endpoints: () => Promise<string[]>;
  http: HttpPost;
  sleep: Sleep;
  clock: Clock;
  /** Uniform in [0, 1), spreads retries; Math.random without it. */
  random?: () => number;
  /** Shared with the settings, which show how endpoints do. */
  health?: EndpointHealth;
  policy?: Partial<ClientPolicy>;
  errorNames?: ErrorNames;
}

/** Largest revert data handed on to a site, in hex digits. */
const longestRevertData = 20_000;

/** The wallet's access to one EVM network; see ChainAccess for what each function promises. */
export function createEvmAccess(parts: EvmAccessParts): ChainAccess {
  const { chain } = parts;
  const transport = createTransport({
    chainId: chain.chainId,
    endpoints: parts.endpoints,
    health: parts.health ?? createEndpointHealth(parts.clock),
    http: parts.http,
    sleep: parts.sleep,
    random: parts.random ?? Math.random,
    policy: { ...defaultPolicy, ...parts.policy },
  });
  const reader = createReader(chain, transport);
  const logReader = createLogReader(transport);

  async function one<T>(request: RpcRequest<T>): Promise<T> {
    const { client, outcomes } = await transport.ask([request] as const);
    return valueOrThrow(outcomes[0], client, request.method);
  }

  return {
    chainId: chain.chainId,
    async readMany({ reads, native, second }) {
      const input = { reads, native };
      const result = second ? await reader.readSecond(input) : await reader.read(input);
      if (!result) return undefined;
      const { client, ...rest } = result;
      return { ...rest, endpoint: client.label };
    },
    logs: (query, fromBlock, toBlock) => logReader.read(query, fromBlock, toBlock),
    fees: async () => feesFromHistory(await one(feeHistoryRequest)),
    async nonces(account) {
      const { client, outcomes } = await transport.ask([
        nonceRequest(account, "latest"),
        nonceRequest(account, "pending"),
      ] as const);
      const latest = valueOrThrow(outcomes[0], client, "eth_getTransactionCount");
      const pending = valueOrThrow(outcomes[1], client, "eth_getTransactionCount");
      return { latest, pending: Math.max(latest, pending) };
    },
    simulate: (input) => simulate({ chain, transport, reader, errorNames: parts.errorNames }, input),
    broadcast: (raw) => broadcast(transport, raw),
    receipt: (hash) => one(receiptRequest(hash)),
    knows: (hash) => knows(transport, hash),
    code: (address, block) => one(codeRequest(address, block)),
    latestBlock: () => one(latestBlockRequest),
    async passThrough(method, params) {
      const request: RpcRequest = {
        method,
        params,
        decode: (value) => value,
        isFinal: (refusal) => isVerdict(refusal) || (refusal.code !== -32005 && refusal.code !== 429),
      };
      const { client, outcomes } = await transport.ask([request] as const);
      const [outcome] = outcomes;
      if (outcome.ok) return outcome.value;
      const { code, data } = outcome.refusal;
      throw new WeirError("chain/rpc", {
        endpoint: client.label,
        method,
        rpcCode: code,
        ...(data !== undefined && data.length <= longestRevertData ? { data } : {}),
      });
    },
  };
}
