import type { AuditWriter } from "../core/audit/audit.ts";
import type { Chain } from "../core/chain/chain.ts";
import { chainById } from "../core/chain/chains.ts";
import { networksOf } from "../core/chain/networks.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { ProposedChain } from "../core/site/site.ts";
import type { Remark } from "../core/staking/plan.ts";
import { localKeys } from "../core/store/keys.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { remarksOnNames } from "./network-names.ts";

/** Networks that people added, at the most. */
const mostAdded = 100;
/** Proposals that are tried out at once, over all sites. */
const mostTrials = 4;
/** What was found out is good for as long as a site's request lives. */
const foundSeconds = 600;

/** What an endpoint told of the network (chains/evm: probeNetwork). */
interface Found {
  multicall: boolean;
  blockSeconds: number;
}

export interface NetworksParts {
  settings(): Promise<Settings>;
  /** Changes the settings, one change after another; `what` is for the log. */
  change(make: (settings: Settings) => Settings, what: string): Promise<unknown>;
  /** Tries a URL in stored form; rejects with chain/*. */
  probe(url: string, chainId: number): Promise<Found>;
  local: KeyValueStore;
  clock: Clock;
  audit: AuditWriter;
  /** A network is gone: sites on it are on another now, and what was kept of it is nobody's. */
  onRemoved?(chainId: number): void | Promise<void>;
}

export interface Networks {
  list(): Promise<readonly Chain[]>;
  /**
   * Tries every endpoint of a proposed network and says what is to be said of it. Rejects site/chain-clash when its id or
   * name is another's, site/chain-endpoint when no endpoint serves it, site/too-many.
   */
  check(chain: ProposedChain): Promise<readonly Remark[]>;
  /** Adds a network with those of its endpoints that serve it. Rejects as check does. */
  add(chain: ProposedChain, origin: string): Promise<void>;
  /** Takes an added network away; `onRemoved` then puts the sites on it elsewhere. Rejects chain/built-in, chain/unknown. */
  remove(chainId: number): Promise<void>;
  handlers: Pick<CommandHandlers, "networks.remove">;
}

/** The wallet's networks: its own and those that the person added. */
export function createNetworks(parts: NetworksParts): Networks {
  const { settings, change, probe, local, clock, audit } = parts;
  const trials = new Map<string, Promise<Trial>>();
  let running = 0;

  interface Trial {
    at: number;
    urls: string[];
    multicall: boolean;
    blockSeconds: number;
  }

  async function tryOut({ chainId, rpcUrls }: ProposedChain): Promise<Trial> {
    if (running >= mostTrials) throw new WeirError("site/too-many", {});
    running += 1;
    try {
      const tried = await Promise.allSettled(rpcUrls.map((url) => probe(url, chainId)));
      const good = tried.flatMap((one, index) =>
        one.status === "fulfilled" ? [{ ...one.value, url: rpcUrls[index] ?? "" }] : [],
      );
      const [first] = good;
      if (!first) throw new WeirError("site/chain-endpoint", { chainId });
      return {
        at: clock.nowSeconds(),
        urls: good.map(({ url }) => url),
        multicall: good.every((one) => one.multicall),
        blockSeconds: first.blockSeconds,
      };
    } finally {
      running -= 1;
    }
  }

  /** Tried once for the question and the yes, and once for all who ask the same meanwhile. */
  function trial(chain: ProposedChain): Promise<Trial> {
    const key = JSON.stringify([chain.chainId, chain.rpcUrls]);
    const known = trials.get(key);
    if (known) return known;
    const made = tryOut(chain);
    trials.set(key, made);
    made.then(undefined, () => trials.delete(key));
    for (const oldest of trials.keys()) {
      if (trials.size <= 16) break;
      trials.delete(oldest);
    }
    return made;
  }

  async function fresh(chain: ProposedChain): Promise<Trial> {
    const found = await trial(chain);
    if (clock.nowSeconds() - found.at <= foundSeconds) return found;
    trials.delete(JSON.stringify([chain.chainId, chain.rpcUrls]));
    return trial(chain);
  }

  async function forgetTokens(chainId: number): Promise<void> {
    const assets = (await local.entries(`${localKeys.asset}${chainId}:`)).map(([key]) => key);
    await local.remove([...assets, `${localKeys.snapshot}${chainId}`]);
  }

  async function remove(chainId: number): Promise<void> {
    if (chainById(chainId)) throw new WeirError("chain/built-in", { chainId });
    if (!(await settings()).networks.some((one) => one.chainId === chainId)) {
      throw new WeirError("chain/unknown", { chainId });
    }
    await change((now) => {
      const { [String(chainId)]: _, ...endpoints } = now.endpoints;
      return { ...now, endpoints, networks: now.networks.filter((one) => one.chainId !== chainId) };
    }, `network ${chainId}`);
    await forgetTokens(chainId);
    await audit("network.removed", { chainId });
    await parts.onRemoved?.(chainId);
  }

  return {
    list: async () => networksOf(await settings()),

    async check(chain) {
      const remarks = remarksOnNames(chain, await settings());
      const { urls, multicall } = await fresh(chain);
      const total = chain.rpcUrls.length;
      const say = (level: Remark["level"], key: string, params: Remark["words"]["params"] = {}): void =>
        void remarks.push({ level, words: { key: `remark.${key}`, params } });
      if (urls.length < total) say("warn", "network-endpoints-out", { count: total - urls.length, total });
      if (urls.length === 1) say("note", "network-one-endpoint");
      if (!multicall) say("note", "network-no-multicall");
      return remarks;
    },

    async add(chain, origin) {
      const { chainId, name, native } = chain;
      remarksOnNames(chain, await settings());
      const { urls, multicall, blockSeconds } = await fresh(chain);
      const explorer = chain.explorerUrls[0];
      const network = {
        chainId,
        name,
        native,
        ...(explorer === undefined ? {} : { explorer: explorer.replace(/\/+$/, "") }),
        multicall,
        blockSeconds,
        addedAt: clock.nowSeconds(),
        proposedBy: origin,
      };
      await change((now) => {
        const others = now.networks.filter((one) => one.chainId !== chainId);
        if (others.length >= mostAdded) throw new WeirError("site/too-many", {});
        return {
          ...now,
          networks: [...others, network],
          endpoints: { ...now.endpoints, [String(chainId)]: urls },
        };
      }, `network ${chainId}`);
      await audit("network.added", { chainId, name, origin });
    },

    remove,
    handlers: {
      async "networks.remove"({ chainId }) {
        await remove(chainId);
        return {};
      },
    },
  };
}
