import { chainById } from "../core/chain/chains.ts";
import type { EndpointHealth } from "../core/chain/endpoint-health.ts";
import { hostLabel, parseEndpoint } from "../core/chain/endpoint-url.ts";
import { type ErrorReport, errorReport, WeirError } from "../core/errors/index.ts";
import type { Settings } from "../core/settings/settings.ts";

/** The endpoints that the user set, by network. */
export interface Endpoints {
  /** URLs of a network in order of use; none for a network without. */
  list(chainId: number): Promise<string[]>;
  /** The endpoints of a network with how they do, without what a URL may hide. */
  overview(chainId: number): Promise<{ label: string; coolingDown: boolean }[]>;
  /**
   * Settings with the whole ordered list of a network replaced. URLs are put into their stored form. Throws
   * chain/endpoint-malformed, -insecure, -exists (twice in the list) or -last (empty list), chain/unknown.
   */
  withList(settings: Settings, chainId: number, urls: readonly string[]): Settings;
  /** Tries a URL before it is added: form, chain id, latest block. Never rejects. */
  test(url: string, chainId: number): Promise<EndpointTest>;
}

/** The answer of "endpoints.test". */
export type EndpointTest =
  | { ok: true; blockNumber: number; milliseconds: number }
  | { ok: false; error: ErrorReport };

export interface EndpointsParts {
  settings: () => Promise<Settings>;
  /** One request to a URL in stored form; rejects with chain/* (chains/evm: probeEndpoint). */
  probe: (url: string, chainId: number) => Promise<{ blockNumber: number; milliseconds: number }>;
  health: EndpointHealth;
}

/** Endpoints as the settings have them. */
export function createEndpoints({ settings, probe, health }: EndpointsParts): Endpoints {
  const list = async (chainId: number) => [...(listOf(await settings(), chainId) ?? [])];
  return {
    list,
    overview: async (chainId) =>
      (await list(chainId)).map((url) => ({ label: hostLabel(url), coolingDown: health.coolingDown(url) })),
    withList(current, chainId, urls) {
      if (listOf(current, chainId) === undefined) throw new WeirError("chain/unknown", { chainId });
      return { ...current, endpoints: { ...current.endpoints, [String(chainId)]: checkEndpoints(urls) } };
    },
    async test(url, chainId) {
      try {
        const { blockNumber, milliseconds } = await probe(parseEndpoint(url), chainId);
        return { ok: true, blockNumber, milliseconds };
      } catch (error) {
        return { ok: false, error: errorReport(error, "endpoints.test") };
      }
    },
  };
}

/** `urls` in their stored form and order; see Endpoints.withList for what is refused. */
export function checkEndpoints(urls: readonly string[]): string[] {
  if (urls.length === 0) throw new WeirError("chain/endpoint-last", {});
  const checked: string[] = [];
  for (const text of urls) {
    const url = parseEndpoint(text);
    if (checked.includes(url)) throw new WeirError("chain/endpoint-exists", { endpoint: hostLabel(url) });
    checked.push(url);
  }
  return checked;
}

function listOf(settings: Settings, chainId: number): readonly string[] | undefined {
  const key = String(chainId);
  // A network that came with an update is not in older settings yet.
  return Object.hasOwn(settings.endpoints, key)
    ? settings.endpoints[key]
    : chainById(chainId)?.defaultEndpoints;
}
