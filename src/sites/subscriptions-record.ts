import * as v from "valibot";
import type { KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { sessionKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import { chainId, hash32 } from "../core/wire/schemas.ts";

/** What one page may hold, subscriptions and filters together. */
export const mostPerPage = 16;
/** A filter that nobody asked for this long makes room when a page has too many. */
const idleFilterSeconds = 300;

/** The blocks a page was last told of: hashes of the newest ones in a row, ending at `number`. */
export const Seen = v.object({ number: v.number(), hashes: v.array(hash32) });
export type Seen = v.InferOutput<typeof Seen>;

const common = { id: v.string(), chainId };
/** Checked when it was asked for; goes to the node again as it is. */
const logQuery = v.record(v.string(), v.unknown());

const Item = v.variant("kind", [
  /** eth_subscribe. `from`: no block below it is told. */
  v.object({ ...common, kind: v.literal("heads"), from: v.number() }),
  /** `next`: the first block whose logs were not looked at yet. */
  v.object({ ...common, kind: v.literal("logs"), query: logQuery, next: v.number() }),
  /** eth_newBlockFilter, eth_newFilter. */
  v.object({ ...common, kind: v.literal("block-filter"), seen: Seen, polledAt: v.number() }),
  v.object({
    ...common,
    kind: v.literal("log-filter"),
    query: logQuery,
    /** As asked for, for eth_getFilterLogs. */
    range: logQuery,
    next: v.number(),
    polledAt: v.number(),
  }),
]);
export type Item = v.InferOutput<typeof Item>;
export type ItemOf<K extends Item["kind"]> = Extract<Item, { kind: K }>;

/** All of one page, under its channel's id. `seen` is of the network `seenOn`, for its subscriptions. */
const PageItems = v.object({
  items: v.array(Item),
  seen: v.optional(Seen),
  seenOn: v.optional(chainId),
});
export type PageItems = v.InferOutput<typeof PageItems>;

export const isSubscription = (item: Item): item is ItemOf<"heads" | "logs"> =>
  item.kind === "heads" || item.kind === "logs";

/** The stored subscriptions and filters. What does not parse any more is nothing: the page asks anew. */
export function pageItems(session: KeyValueStore) {
  const store = recordStore(session, sessionKeys.subscriptions, PageItems);
  return {
    get: async (channel: string): Promise<PageItems> =>
      (await store.get(channel).catch(() => undefined)) ?? { items: [] },
    put: (channel: string, page: PageItems): Promise<void> =>
      page.items.length === 0 ? store.remove(channel) : store.put(channel, page),
  };
}

/** `page` with one item more; the same id again changes nothing. Throws site/too-many. */
export function withItem(page: PageItems, item: Item, now: number): PageItems {
  if (page.items.some(({ id }) => id === item.id)) return page;
  let items = page.items;
  if (items.length >= mostPerPage) {
    items = items.filter((one) => isSubscription(one) || now - one.polledAt < idleFilterSeconds);
  }
  if (items.length >= mostPerPage) throw new WeirError("site/too-many", {});
  return { ...page, items: [...items, item] };
}
