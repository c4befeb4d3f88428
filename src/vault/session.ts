import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import { sessionKeys } from "../core/store/keys.ts";
import { unixSeconds } from "../core/wire/schemas.ts";

const Stored = v.object({
  dataKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  touchedAt: unixSeconds,
  locksAt: unixSeconds,
});

interface Open {
  dataKey: Uint8Array;
  touchedAt: number;
  locksAt: number;
  /** The same deadline on the clock that nobody can set, within this worker's life. */
  locksAtMonotonicMs: number;
}

/** A wall clock that went back by more than this is not trusted with a deadline. */
const backwardsSeconds = 60;
/** Touches closer together than this change nothing, so that typing does not write storage. */
const touchEverySeconds = 5;

const fallbackMinutes = 15;

export interface Session {
  /** A copy of the data key while unlocked and not past a deadline; undefined = locked. The caller zeroes it. */
  dataKey(): Promise<Uint8Array | undefined>;
  locksAt(): Promise<number | null>;
  /** How often the session was ended in this worker's life; for `start`. */
  ends(): number;
  /** Takes a copy of the key up, unless the session was ended since `ends` was read: then false. */
  start(dataKey: Uint8Array, ends: number): Promise<boolean>;
  /** Somebody is there: counts from now, and with the minutes that are set now. */
  touch(): Promise<void>;
  end(): Promise<void>;
  /** Whether a session is stored that is over by time. */
  due(): Promise<boolean>;
}

/**
 * The unlocked session: in memory, and in storage.session (memory only, trusted contexts only) so that a restarted
 * worker stays unlocked. Ends by wall clock or monotonic clock, whichever is first, and when the wall clock went
 * back. Without storage.session it still works, until the worker ends.
 */
export function createSession(parts: {
  session: KeyValueStore;
  clock: Clock;
  autoLockMinutes: () => Promise<number>;
}): Session {
  const { session, clock, autoLockMinutes } = parts;
  let open: Open | undefined;
  /** Set by `end`, so that a stored session that could not be removed is not taken up again. */
  let ended = false;
  let endings = 0;

  const tellPages = (locksAt: number | null): Promise<void> =>
    session.set(sessionKeys.lockState, { unlocked: locksAt !== null, locksAt }).catch(() => undefined);

  async function current(): Promise<Open | undefined> {
    if (open || ended) return open;
    const stored = v.safeParse(Stored, await session.get(sessionKeys.session).catch(() => undefined));
    // Two callers may have waited for the same read; the first one's object stays.
    if (open || ended || !stored.success) return open;
    const { dataKey, touchedAt, locksAt } = stored.output;
    const remainingMs = (locksAt - clock.nowSeconds()) * 1000;
    open = {
      dataKey: hexToBytes(dataKey),
      touchedAt,
      locksAt,
      locksAtMonotonicMs: clock.monotonicMs() + remainingMs,
    };
    return open;
  }

  function isOver({ touchedAt, locksAt, locksAtMonotonicMs }: Open): boolean {
    const now = clock.nowSeconds();
    return now >= locksAt || now < touchedAt - backwardsSeconds || clock.monotonicMs() >= locksAtMonotonicMs;
  }

  async function save(dataKey: Uint8Array, seconds: number): Promise<void> {
    const touchedAt = clock.nowSeconds();
    const locksAt = touchedAt + seconds;
    open = { dataKey, touchedAt, locksAt, locksAtMonotonicMs: clock.monotonicMs() + seconds * 1000 };
    const stored = { dataKey: bytesToHex(dataKey), touchedAt, locksAt };
    await session.set(sessionKeys.session, stored).catch(() => undefined);
    await tellPages(locksAt);
  }

  /** A setting that cannot be read must not keep the owner out. */
  const lockSeconds = async (): Promise<number> =>
    Math.max(1, await autoLockMinutes().catch(() => fallbackMinutes)) * 60;

  return {
    async dataKey() {
      const now = await current();
      return now && !isOver(now) ? Uint8Array.from(now.dataKey) : undefined;
    },
    async locksAt() {
      const now = await current();
      return now && !isOver(now) ? now.locksAt : null;
    },
    ends: () => endings,
    async start(dataKey, ends) {
      const own = Uint8Array.from(dataKey);
      const seconds = await lockSeconds();
      // Deriving a key takes a while; a lock that came meanwhile is the later word.
      if (endings !== ends) {
        own.fill(0);
        return false;
      }
      ended = false;
      await save(own, seconds);
      return true;
    },
    async touch() {
      const now = await current();
      if (!now || isOver(now)) return;
      const seconds = await lockSeconds();
      const recent = Math.abs(clock.nowSeconds() - now.touchedAt) < touchEverySeconds;
      if (recent && now.locksAt - now.touchedAt === seconds) return;
      // Locked, or started anew, while the setting was read.
      if (open !== now) return;
      await save(now.dataKey, seconds);
    },
    async end() {
      ended = true;
      endings += 1;
      open?.dataKey.fill(0);
      open = undefined;
      await session.remove(sessionKeys.session).catch(() => undefined);
      await tellPages(null);
    },
    async due() {
      const now = await current();
      return now !== undefined && isOver(now);
    },
  };
}
