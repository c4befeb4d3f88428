import { WeirError } from "../core/errors/index.ts";
import { SiteRequest } from "../core/site/site.ts";
import { sessionKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import { toWire } from "../core/wire/wire.ts";
import type { Channels } from "./channels.ts";
import type { SiteDependencies } from "./dependencies.ts";
import type { Asker } from "./port.ts";

export const requestLimits = { lifeSeconds: 600, open: 64, finished: 128 } as const;

/** A request's id is its channel's id and its number in there: the same request sent again has the same id. */
export const requestId = (channel: string, number: number): string => `${channel}.${number}`;
export const channelOf = (id: string): string => id.slice(0, id.lastIndexOf("."));
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf(".") + 1));

export const isOpen = (request: SiteRequest): boolean =>
  request.state === "waiting" || request.state === "approved";

/** Something is said of it, or of its site, that lets nobody say yes. */
export const isBlocked = ({ remarks }: SiteRequest): boolean =>
  remarks.some(({ level }) => level === "block");

export type RequestQueue = ReturnType<typeof requestQueue>;

/**
 * The stored requests: waiting → approved → answered, or rejected, expired, gone. Each state is checked and set in one
 * turn and then written, so that of two approvals at once the second finds the first.
 */
export function requestQueue(
  { session, clock }: Pick<SiteDependencies, "session" | "clock">,
  byChannel: Channels,
) {
  const store = recordStore(session, sessionKeys.request, SiteRequest);
  const known = new Map<string, SiteRequest>();
  let loaded: Promise<void> | undefined;

  function load(): Promise<void> {
    loaded ??= store.list().then(
      async ({ records, damaged }) => {
        for (const request of records) if (!known.has(request.id)) known.set(request.id, request);
        if (damaged.length > 0) await session.remove(damaged);
      },
      (error: unknown) => {
        loaded = undefined;
        throw error;
      },
    );
    return loaded;
  }

  const all = (): SiteRequest[] => [...known.values()];

  return {
    load,
    all,
    get: (id: string): SiteRequest | undefined => known.get(id),
    open: (): SiteRequest[] => all().filter(isOpen),

    /** Stores a new request before anything is shown. Rejects: site/already-pending, site/too-many, storage/*. */
    async add(
      id: string,
      asker: Asker,
      what: Pick<SiteRequest, "ask" | "remarks"> & { method: string; chainId: number },
    ): Promise<SiteRequest> {
      const open = all().filter(isOpen);
      if (open.some((it) => it.origin === asker.origin && it.ask.kind === what.ask.kind)) {
        throw new WeirError("site/already-pending", {});
      }
      if (open.length >= requestLimits.open) throw new WeirError("site/too-many", {});
      const now = clock.nowSeconds();
      const request: SiteRequest = {
        id,
        origin: asker.origin,
        ...(asker.framedBy === undefined ? {} : { framedBy: asker.framedBy }),
        tabId: asker.tabId,
        frameId: asker.frameId,
        ...(asker.documentId === undefined ? {} : { documentId: asker.documentId }),
        ...what,
        state: "waiting",
        createdAt: now,
        expiresAt: now + requestLimits.lifeSeconds,
      };
      known.set(id, request);
      try {
        const channel = byChannel.stored(channelOf(id), numberOf(id));
        await session.setMany({ [sessionKeys.request + id]: toWire(request), ...channel });
      } catch (error) {
        known.delete(id);
        throw error;
      }
      return request;
    },

    /** Moves a request on if it is in one of `from`; undefined when it is not. Written when this resolves. */
    async move(
      id: string,
      from: readonly SiteRequest["state"][],
      change: {
        state?: SiteRequest["state"];
        operationId?: string;
        result?: unknown;
        error?: NonNullable<SiteRequest["error"]>;
      },
    ): Promise<SiteRequest | undefined> {
      const before = known.get(id);
      if (!before || !from.includes(before.state)) return undefined;
      const next: SiteRequest = { ...before, ...change };
      known.set(id, next);
      try {
        await store.put(id, next);
      } catch (error) {
        if (known.get(id) === next) known.set(id, before);
        throw error;
      }
      return next;
    },

    /** Forgets finished requests past their time, and the oldest beyond the bound. */
    async trim(): Promise<void> {
      const finished = all().filter((it) => !isOpen(it));
      const old = finished.filter((it) => it.expiresAt <= clock.nowSeconds());
      const rest = finished.filter((it) => !old.includes(it)).sort((a, b) => a.createdAt - b.createdAt);
      const drop = [...old, ...rest.slice(0, Math.max(0, rest.length - requestLimits.finished))];
      for (const request of drop) known.delete(request.id);
      if (drop.length > 0) await session.remove(drop.map((it) => sessionKeys.request + it.id));
    },
  };
}
