import { createEndpointHealth } from "../../core/chain/endpoint-health.ts";
import type { Clock, HttpPost, Sleep } from "../../core/environment/environment.ts";
import { latestBlockRequest } from "./requests.ts";
import { defaultPolicy } from "./transport/endpoint-client.ts";
import { createTransport, valueOrThrow } from "./transport/transport.ts";

/** What an endpoint said when it was tried out. */
export interface EndpointProbe {
  blockNumber: number;
  /** Time of the one request, chain id and block together. */
  milliseconds: number;
}

/** Tries an endpoint once: chain id and latest block in one request. Rejects with the chain/* error that it earns. */
export async function probeEndpoint(input: {
  url: string;
  chainId: number;
  http: HttpPost;
  sleep: Sleep;
  clock: Clock;
}): Promise<EndpointProbe> {
  const { url, chainId, http, sleep, clock } = input;
  const transport = createTransport({
    chainId,
    endpoints: async () => [url],
    health: createEndpointHealth(clock),
    http,
    sleep,
    random: () => 0,
    policy: { ...defaultPolicy, attempts: 1 },
  });
  const start = clock.monotonicMs();
  const { client, outcomes } = await transport.ask([latestBlockRequest] as const);
  const block = valueOrThrow(outcomes[0], client, latestBlockRequest.method);
  return { blockNumber: block.number, milliseconds: Math.max(0, Math.round(clock.monotonicMs() - start)) };
}
