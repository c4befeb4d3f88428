import { WeirError } from "../core/errors/index.ts";
import { wasStored } from "../core/replay/channel.ts";
import type { SiteAsk } from "../core/site/site.ts";
import type { Remark } from "../core/staking/plan.ts";
import type { Envelope } from "../messages/page/envelope.ts";
import type { Channels } from "./channels.ts";
import type { Connections } from "./connections.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { defaultChainId, type Grants } from "./grants.ts";
import type { Health } from "./health.ts";
import { parseBounded } from "./json-bounds.ts";
import type { SiteCall, SiteMethod } from "./method.ts";
import { siteMethods } from "./methods/index.ts";
import type { Asker } from "./port.ts";
import { rareRate, rateLimit } from "./rate.ts";
import { readCache } from "./read-cache.ts";
import { isOpen, type RequestQueue, requestId } from "./request-queue.ts";
import type { Requests } from "./requests.ts";
import { rpcError } from "./rpc-error.ts";
import type { StateEvents } from "./state-events.ts";
import { subscriptions as makeSubscriptions } from "./subscriptions.ts";

type RequestBody = Extract<Envelope["body"], { kind: "request" }>;

export interface Dispatcher {
  /** Answers one accepted request of a page: at once, or by handing it to the person. Never rejects. */
  request(channel: string, asker: Asker, body: RequestBody): Promise<void>;
  /** Looks for news of the chain that the page subscribed to. Never rejects. */
  tick(channel: string, asker: Asker): Promise<void>;
  /** Something happened on the network: reads are asked anew. */
  moved(chainId: number): void;
}

/** What becomes of the messages of pages. */
export function dispatcher(
  deps: SiteDependencies,
  parts: {
    queue: RequestQueue;
    grants: Grants;
    channels: Channels;
    connections: Connections;
    requests: Requests;
    events: StateEvents;
    health: Health;
    revoke(origin: string): Promise<void>;
  },
): Dispatcher {
  const mayRead = rateLimit(deps.clock);
  const mayRarely = rateLimit(deps.clock, rareRate);
  const reads = readCache(deps);
  const looking = new Map<string, string>();
  const subscriptions = makeSubscriptions(deps, parts.connections.post);

  /** Whether the site stands on the list of blocked sites, which may be newer than its grant. */
  const isBlocked = async (origin: string): Promise<boolean> =>
    (await deps.verdicts(origin)).some(({ level }) => level === "block");

  async function callOf(
    channel: string,
    number: number,
    origin: string,
    method: SiteMethod,
  ): Promise<SiteCall> {
    const grant = await parts.grants.of(origin);
    const chainId = grant?.chainId ?? defaultChainId;
    // Reads are no use: a page that polls in the background would never idle.
    if (grant && !method.limited) await parts.grants.touch(grant);
    return {
      origin,
      channel,
      number,
      grant,
      permitted: await parts.grants.permitted(grant),
      unlocked: await deps.lock.isUnlocked(),
      chainId,
      version: deps.version,
      wallet: deps,
      post: (reply) => parts.connections.post(channel, reply),
      subscriptions,
      read: reads.on(chainId),
      async switchChain(next) {
        if (grant) await parts.grants.setChain(origin, next);
        await parts.events.broadcast([origin]);
      },
      revoke: () => parts.revoke(origin),
    };
  }

  /** Whether the site already has one of this kind waiting for the person. */
  const waits = (kind: SiteAsk["kind"], origin: string): boolean =>
    parts.queue.open().some((request) => request.origin === origin && request.ask.kind === kind);

  /** What is to be said of who asks; an honest site inside a blocked one is no better than that. */
  async function saidOf({ origin, framedBy }: Asker): Promise<Remark[]> {
    const around = framedBy !== undefined && URL.canParse(framedBy) ? await deps.verdicts(framedBy) : [];
    return [...(await deps.verdicts(origin, framedBy)), ...around.filter(({ level }) => level === "block")];
  }

  async function answer(channel: string, asker: Asker, body: RequestBody): Promise<void> {
    if (await parts.health.isSuspended(asker.origin)) throw new WeirError("site/suspended", {});
    const id = requestId(channel, body.id);
    const stored = parts.queue.get(id);
    // Sent again after a reconnect: its answer if there is one, else it goes on waiting.
    if (stored) return isOpen(stored) ? undefined : parts.requests.deliver(stored);
    const method = siteMethods.get(body.method);
    if (!method) throw new WeirError("site/method-unsupported", {});
    if (method.limited && !mayRead(asker.origin)) throw new WeirError("site/too-many", {});
    if (method.limited === "rarely" && !mayRarely(asker.origin)) throw new WeirError("site/too-many", {});
    const call = await callOf(channel, body.id, asker.origin, method);
    const key = `${method.asks} ${asker.origin}`;
    // The same request again, of which the first is being looked at, or asked by now.
    if (looking.get(key) === id || parts.queue.get(id)) return;
    if (method.asks && (looking.has(key) || waits(method.asks, asker.origin))) {
      throw new WeirError("site/already-pending", {});
    }
    if (method.asks) looking.set(key, id);
    let asked: Promise<void> | undefined;
    try {
      const params = parseBounded(body.params);
      let outcome = await method.answer(call, params);
      // What a person decides is shown to them with what is said of the site; of itself a blocked site is answered nothing.
      if ("result" in outcome && call.grant && (await isBlocked(asker.origin))) {
        outcome = await method.answer({ ...call, grant: undefined, permitted: [] }, params);
      }
      if ("result" in outcome) {
        parts.connections.post(channel, { id: body.id, result: outcome.result ?? null });
        return;
      }
      const said = await saidOf(asker);
      // The same request, sent again while this one was looked at.
      if (parts.queue.get(id)) return;
      // Stored once and forgotten since: it was answered or its time is over. It never asks a second time.
      if (wasStored(parts.channels.get(channel)?.stored ?? [], body.id)) {
        throw new WeirError("site/expired", {});
      }
      asked = parts.requests.ask(id, asker, {
        ask: outcome.ask,
        method: body.method,
        chainId: call.chainId,
        remarks: [...said, ...(outcome.remarks ?? [])],
      });
    } finally {
      // Asked means queued: the next of its kind finds it there.
      if (method.asks) looking.delete(key);
    }
    await asked;
  }

  return {
    async request(channel, asker, body) {
      try {
        await answer(channel, asker, body);
      } catch (error) {
        parts.connections.post(channel, { id: body.id, error: rpcError(error) });
      }
    },

    async tick(channel, { origin }) {
      const grant = await parts.grants.of(origin);
      const chainId = grant?.chainId ?? defaultChainId;
      const served = !(await parts.health.isSuspended(origin)) && !(await isBlocked(origin));
      const connected = served && (await parts.grants.permitted(grant)).length > 0;
      // What a node would not say now it may say with the next tick.
      await subscriptions
        .tick({ channel, chainId, read: reads.on(chainId) }, connected)
        .catch(() => undefined);
    },

    moved: reads.moved,
  };
}
