import { isEnough, suspect } from "../core/replay/suspicion.ts";
import type { ReplayRefusal } from "../core/replay/window.ts";
import { SiteHealth } from "../core/site/site.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { SiteDependencies } from "./dependencies.ts";

/**
 * Sites remembered; and how a flood of messages is none of writes: the first few are written at once, those that follow
 * together, not more often than this.
 */
export const healthLimits = { sites: 200, writeEverySeconds: 5, firstPoints: 20 } as const;

interface Known {
  health: SiteHealth | undefined;
  writtenAt: number;
  dirty: boolean;
}

export type Health = ReturnType<typeof siteHealth>;

/** Refused messages of each site, kept in storage.local where pages read them, and whether the site is suspended. */
export function siteHealth({ local, clock, audit }: Pick<SiteDependencies, "local" | "clock" | "audit">) {
  const store = recordStore(local, localKeys.siteHealth, SiteHealth);
  const known = new Map<string, Promise<Known>>();

  function load(origin: string): Promise<Known> {
    const there = known.get(origin);
    if (there) return there;
    const loading = store
      .get(origin)
      .catch(() => undefined)
      .then((health) => ({ health, writtenAt: 0, dirty: false }));
    known.set(origin, loading);
    for (const oldest of known.keys()) {
      if (known.size <= healthLimits.sites) break;
      known.delete(oldest);
    }
    return loading;
  }

  /** Makes room for one more: the site that was quiet for longest goes, a suspended one last. */
  async function trim(): Promise<void> {
    const { records } = await store.list();
    const surplus = records
      .sort(
        (a, b) =>
          Number(a.suspendedAt !== undefined) - Number(b.suspendedAt !== undefined) || a.lastAt - b.lastAt,
      )
      .slice(0, Math.max(0, records.length - healthLimits.sites));
    for (const { origin } of surplus) {
      known.delete(origin);
      await store.remove(origin);
    }
  }

  async function write(entry: Known): Promise<void> {
    if (!entry.health) return;
    const first = entry.writtenAt === 0;
    entry.writtenAt = clock.nowSeconds();
    entry.dirty = false;
    try {
      await store.put(entry.health.origin, entry.health);
      if (first) await trim();
    } catch {
      // Counting is tried again with the next one; a full storage is no reason to serve or not to serve.
      entry.dirty = true;
    }
  }

  return {
    /** Whether the site is suspended. */
    isSuspended: async (origin: string): Promise<boolean> =>
      (await load(origin)).health?.suspendedAt !== undefined,

    /** Counts a refused message; true when it is the one that suspends the site. */
    async refused(origin: string, why: ReplayRefusal): Promise<boolean> {
      const entry = await load(origin);
      const now = clock.nowSeconds();
      const before = entry.health;
      const recent = suspect(before?.recent, why, now);
      const refused = { ...(before?.refused ?? { duplicate: 0, "out-of-order": 0, late: 0 }) };
      refused[why] += 1;
      const suspends = before?.suspendedAt === undefined && isEnough(recent);
      entry.health = {
        origin,
        since: now,
        ...before,
        refused,
        recent,
        lastAt: now,
        ...(suspends ? { suspendedAt: now } : {}),
      };
      entry.dirty = true;
      const begins = recent.since !== before?.recent?.since;
      const few = recent.points <= healthLimits.firstPoints;
      if (few || suspends || now - entry.writtenAt >= healthLimits.writeEverySeconds) await write(entry);
      // One line of the log in ten minutes of it: the numbers are in the record.
      if (begins) await audit("site.refused", { origin, ...refused });
      if (suspends) await audit("site.suspended", { origin, ...refused });
      return suspends;
    },

    /** Serves the site again and counts anew; false when it was not suspended. */
    async resume(origin: string): Promise<boolean> {
      const entry = await load(origin);
      const was = entry.health?.suspendedAt !== undefined;
      known.delete(origin);
      await store.remove(origin);
      if (was) await audit("site.resumed", { origin });
      return was;
    },

    /** Writes what was counted since. */
    async flush(): Promise<void> {
      for (const entry of await Promise.all(known.values())) if (entry.dirty) await write(entry);
    },

    /** All that was stored is gone. */
    forget: (): void => known.clear(),
  };
}
