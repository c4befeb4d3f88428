import { createSerial } from "../core/serial/serial.ts";
import type { Reply } from "../messages/page/reply.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { type Filters, filters } from "./filters.ts";
import { blocksSince, logsBetween, longestGap, newestBlock } from "./subscriptions-news.ts";
import { idOf, type Place } from "./subscriptions-place.ts";
import { type Item, isSubscription, type PageItems, pageItems, withItem } from "./subscriptions-record.ts";

export interface Subscriptions extends Filters {
  /** Gives the subscription's id. Rejects site/too-many, chain/*. */
  subscribe(
    at: Place,
    what: { kind: "heads" } | { kind: "logs"; query: Record<string, unknown> },
  ): Promise<string>;
  /** False when there was none. */
  unsubscribe(at: Place, id: string): Promise<boolean>;
  /** Looks for news and posts them to the page; not `connected`: ends what it has. */
  tick(at: Omit<Place, "number">, connected: boolean): Promise<void>;
}

/** Seconds between two looks: about a block's time, and neither often nor seldom. */
const tickSeconds = { least: 2, most: 30 };

/**
 * What pages subscribed to. All of it is in storage.session, and only a tick of the page's relay makes the worker look, so
 * that a page that is hidden or gone costs nothing and a new worker goes on where the last one ended.
 */
export function subscriptions(
  { session, clock, networks }: Pick<SiteDependencies, "session" | "clock" | "networks">,
  post: (channel: string, reply: Reply) => unknown,
): Subscriptions {
  const store = pageItems(session);
  const inTurn = createSerial();

  async function tellPace(at: Pick<Place, "channel" | "chainId">, page: PageItems): Promise<void> {
    const wanted = page.items.some(isSubscription);
    const chain = wanted ? (await networks()).find(({ chainId }) => chainId === at.chainId) : undefined;
    const { least, most } = tickSeconds;
    const seconds = Math.min(most, Math.max(least, chain?.blockSeconds ?? most));
    post(at.channel, { tickMs: wanted ? Math.round(seconds * 1000) : 0 });
  }

  function tell(channel: string, subscription: string, result: unknown): void {
    post(channel, { event: "message", data: { type: "eth_subscription", data: { subscription, result } } });
  }

  /** News for the page's subscriptions on this network. What a node will not say is looked for again with the next tick. */
  async function lookedAt(at: Omit<Place, "number">, page: PageItems): Promise<PageItems> {
    if (page.seen === undefined || page.seenOn !== at.chainId) {
      return { ...page, seen: await newestBlock(at.read), seenOn: at.chainId };
    }
    const { heads, seen } = await blocksSince(at.read, page.seen);
    const first = heads[0];
    if (!first) return page;
    const items: Item[] = [];
    for (const item of page.items) {
      if (item.chainId !== at.chainId || !isSubscription(item)) items.push(item);
      else if (item.kind === "heads") {
        for (const head of heads) if (Number(head.number) >= item.from) tell(at.channel, item.id, head);
        items.push(item);
      } else {
        const from = Math.max(Math.min(item.next, Number(first.number)), seen.number - longestGap + 1);
        const logs = await logsBetween(at.read, item.query, from, seen.number).catch(() => undefined);
        for (const log of logs ?? []) tell(at.channel, item.id, log);
        items.push(logs ? { ...item, next: seen.number + 1 } : item);
      }
    }
    return { ...page, items, seen };
  }

  return {
    ...filters({ store, clock, inTurn }),

    subscribe: (at, what) =>
      inTurn(at.channel, async () => {
        const page = await store.get(at.channel);
        const id = idOf(at);
        const now = await newestBlock(at.read);
        const item: Item =
          what.kind === "heads"
            ? { kind: "heads", id, chainId: at.chainId, from: now.number + 1 }
            : { kind: "logs", id, chainId: at.chainId, query: what.query, next: now.number + 1 };
        const begun =
          page.seen !== undefined && page.seenOn === at.chainId && page.items.some(isSubscription);
        const next = withItem(
          begun ? page : { ...page, seen: now, seenOn: at.chainId },
          item,
          clock.nowSeconds(),
        );
        await store.put(at.channel, next);
        await tellPace(at, next);
        return id;
      }),

    unsubscribe: (at, id) =>
      inTurn(at.channel, async () => {
        const page = await store.get(at.channel);
        const items = page.items.filter((item) => item.id !== id || !isSubscription(item));
        if (items.length === page.items.length) return false;
        await store.put(at.channel, { ...page, items });
        await tellPace(at, { ...page, items });
        return true;
      }),

    tick: (at, connected) =>
      inTurn(at.channel, async () => {
        const page = await store.get(at.channel);
        if (!connected) await store.put(at.channel, { items: [] });
        const here = page.items.filter((item) => isSubscription(item) && item.chainId === at.chainId);
        if (!connected || !page.items.some(isSubscription)) return tellPace(at, { items: [] });
        if (here.length > 0) await store.put(at.channel, await lookedAt(at, page));
      }),
  };
}
