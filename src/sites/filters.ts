import type { Clock } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Serial } from "../core/serial/serial.ts";
import { blocksSince, logsBetween, longestGap, newestBlock } from "./subscriptions-news.ts";
import { filterIdOf, type Place } from "./subscriptions-place.ts";
import { type Item, isSubscription, type pageItems, withItem } from "./subscriptions-record.ts";

export interface Filters {
  /** eth_newBlockFilter, eth_newFilter: gives the filter's id. Rejects site/too-many, chain/*. */
  newFilter(
    at: Place,
    what:
      | { kind: "blocks" }
      | { kind: "logs"; query: Record<string, unknown>; range: Record<string, unknown> },
  ): Promise<string>;
  /** What came since the last call: block hashes, or logs. Rejects site/filter-unknown, chain/*. */
  changes(at: Place, id: string): Promise<unknown[]>;
  /** All logs of a log filter. Rejects site/filter-unknown, chain/*. */
  filterLogs(at: Place, id: string): Promise<unknown>;
  /** False when there was none. */
  uninstall(at: Place, id: string): Promise<boolean>;
}

/** Filters of pages, which ask for them when they like. */
export function filters(parts: {
  store: ReturnType<typeof pageItems>;
  clock: Clock;
  inTurn: Serial;
}): Filters {
  const { store, clock, inTurn } = parts;

  async function filterOf(at: Place, id: string) {
    const page = await store.get(at.channel);
    const item = page.items.find((one) => one.id === id && one.chainId === at.chainId);
    if (!item || isSubscription(item)) throw new WeirError("site/filter-unknown", {});
    return { page, item };
  }

  return {
    newFilter: (at, what) =>
      inTurn(at.channel, async () => {
        const id = filterIdOf(at);
        const seen = await newestBlock(at.read);
        const common = { id, chainId: at.chainId, polledAt: clock.nowSeconds() };
        const item: Item =
          what.kind === "blocks"
            ? { ...common, kind: "block-filter", seen }
            : { ...common, kind: "log-filter", query: what.query, range: what.range, next: seen.number + 1 };
        const page = await store.get(at.channel);
        await store.put(at.channel, withItem(page, item, clock.nowSeconds()));
        return id;
      }),

    changes: (at, id) =>
      inTurn(at.channel, async () => {
        const { page, item } = await filterOf(at, id);
        const polledAt = clock.nowSeconds();
        let found: unknown[];
        let next: Item;
        if (item.kind === "block-filter") {
          const { heads, seen } = await blocksSince(at.read, item.seen);
          found = heads.map(({ hash }) => hash);
          next = { ...item, seen, polledAt };
        } else {
          const { number } = await newestBlock(at.read);
          const last = /^0x/.test(String(item.range.toBlock))
            ? Number(item.range.toBlock)
            : Number.POSITIVE_INFINITY;
          const to = Math.min(last, number);
          const from = Math.max(item.next, number - longestGap + 1);
          found = await logsBetween(at.read, item.query, from, to);
          next = { ...item, next: Math.max(item.next, number + 1), polledAt };
        }
        const items = page.items.map((one) => (one.id === id ? next : one));
        await store.put(at.channel, { ...page, items });
        return found;
      }),

    async filterLogs(at, id) {
      const { item } = await filterOf(at, id);
      if (item.kind !== "log-filter") throw new WeirError("site/filter-unknown", {});
      return at.read("eth_getLogs", [{ ...item.query, ...item.range }]);
    },

    uninstall: (at, id) =>
      inTurn(at.channel, async () => {
        const page = await store.get(at.channel);
        const items = page.items.filter((item) => item.id !== id || isSubscription(item));
        if (items.length === page.items.length) return false;
        await store.put(at.channel, { ...page, items });
        return true;
      }),
  };
}
