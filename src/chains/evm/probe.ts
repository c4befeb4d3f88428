import { createEndpointHealth } from "../../core/chain/endpoint-health.ts";
import { multicall3 } from "../../core/chain/networks.ts";
import type { Clock, HttpPost, Sleep } from "../../core/environment/environment.ts";
import type { BlockRef } from "../../core/staking/protocol.ts";
import { data, toQuantity } from "./quantity.ts";
import { latestBlockRequest } from "./requests.ts";
import { defaultPolicy } from "./transport/endpoint-client.ts";
import type { RpcRequest } from "./transport/rpc.ts";
import { createTransport, type Transport, valueOrThrow } from "./transport/transport.ts";

/** What an endpoint said when it was tried out. */
export interface EndpointProbe {
  blockNumber: number;
  /** Time of the one request, chain id and block together. */
  milliseconds: number;
}

/** What there is to know of a network before it is added, by one endpoint. */
export interface NetworkProbe extends EndpointProbe {
  /** Multicall3 is there and tells the same block as the node (on some rollups it tells another chain's). */
  multicall: boolean;
  /** Seconds between blocks, on average over the last hundred. */
  blockSeconds: number;
}

interface ProbeInput {
  url: string;
  chainId: number;
  http: HttpPost;
  sleep: Sleep;
  clock: Clock;
}

/** Multicall3's getBlockNumber(). */
const blockNumberCall: RpcRequest<number> = {
  method: "eth_call",
  params: [{ to: multicall3, data: "0x42cbb15c" }, "latest"],
  // Without a contract there nothing comes back.
  decode: (value) => (data(value) === "0x" ? Number.NaN : Number(data(value))),
  isFinal: () => true,
};
/** Blocks that may lie between the two answers of a node. */
const furthest = 16;
const measured = 100;
/** Ethereum's slot, where nothing can be measured. */
const usualBlockSeconds = 12;

function transportTo({ url, chainId, http, sleep, clock }: ProbeInput): Transport {
  return createTransport({
    chainId,
    endpoints: async () => [url],
    health: createEndpointHealth(clock),
    http,
    sleep,
    random: () => 0,
    policy: { ...defaultPolicy, attempts: 1 },
  });
}

/** Tries an endpoint once: chain id and latest block in one request. Rejects with the chain/* error that it earns. */
export async function probeEndpoint(input: ProbeInput): Promise<EndpointProbe> {
  const start = input.clock.monotonicMs();
  const { client, outcomes } = await transportTo(input).ask([latestBlockRequest] as const);
  const block = valueOrThrow(outcomes[0], client, latestBlockRequest.method);
  return { blockNumber: block.number, milliseconds: elapsed(input.clock, start) };
}

/** As probeEndpoint, and what reads of the network have to know of it. Two requests. Rejects with chain/*. */
export async function probeNetwork(input: ProbeInput): Promise<NetworkProbe> {
  const start = input.clock.monotonicMs();
  const transport = transportTo(input);
  const { client, outcomes } = await transport.ask([latestBlockRequest, blockNumberCall] as const);
  const milliseconds = elapsed(input.clock, start);
  const latest = valueOrThrow(outcomes[0], client, latestBlockRequest.method);
  const seen = outcomes[1].ok ? outcomes[1].value : Number.NaN;
  const back = Math.min(measured, latest.number);
  const earlier: RpcRequest<BlockRef> = {
    ...latestBlockRequest,
    params: [toQuantity(latest.number - back), false],
  };
  // A chain that began lately, or a node without history, does not have it: it is no reason to refuse the network.
  const before = await transport.ask([earlier] as const).catch(() => undefined);
  const first = before?.outcomes[0].ok ? before.outcomes[0].value : undefined;
  const seconds = first ? (latest.timestamp - first.timestamp) / Math.max(1, back) : usualBlockSeconds;
  return {
    blockNumber: latest.number,
    milliseconds,
    multicall: Math.abs(seen - latest.number) <= furthest,
    blockSeconds: Math.min(600, Math.max(1, Math.round(seconds * 10) / 10)),
  };
}

function elapsed(clock: Clock, start: number): number {
  return Math.max(0, Math.round(clock.monotonicMs() - start));
}
