import * as v from "valibot";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import { localKeys } from "../core/store/keys.ts";
import { unixSeconds } from "../core/wire/schemas.ts";

/** Attempts that were not (yet) right, and when the last one began. */
const Attempts = v.object({ failures: v.pipe(v.number(), v.integer(), v.minValue(0)), lastAt: unixSeconds });
type Attempts = v.InferOutput<typeof Attempts>;

const longest = 15 * 60;

/** Seconds to wait after so many wrong passwords: 1 for the first three, then doubling up to 15 minutes. */
export function delaySeconds(failures: number): number {
  if (failures <= 0) return 0;
  return Math.min(longest, 2 ** Math.max(0, failures - 3));
}

export interface UnlockDelay {
  /** Seconds until another attempt is taken; 0 = now. */
  waitSeconds(): Promise<number>;
  /** Counts an attempt before its outcome is known, so that ending the worker in between buys no attempt. */
  begin(): Promise<void>;
  succeeded(): Promise<void>;
}

/**
 * Growing delay after wrong passwords, kept in storage.local across restarts. A clock set back prolongs nothing:
 * the wait is never longer than the delay itself. Storage that fails must not lock the owner out, so it is ignored.
 */
export function createUnlockDelay(local: KeyValueStore, clock: Clock): UnlockDelay {
  async function read(): Promise<Attempts> {
    const stored = await local.get(localKeys.unlockDelay).catch(() => undefined);
    const parsed = v.safeParse(Attempts, stored);
    return parsed.success ? parsed.output : { failures: 0, lastAt: 0 };
  }
  return {
    async waitSeconds() {
      const { failures, lastAt } = await read();
      const delay = delaySeconds(failures);
      return Math.max(0, Math.min(delay, lastAt + delay - clock.nowSeconds()));
    },
    async begin() {
      const attempts: Attempts = { failures: (await read()).failures + 1, lastAt: clock.nowSeconds() };
      await local.set(localKeys.unlockDelay, attempts).catch(() => undefined);
    },
    async succeeded() {
      await local.remove(localKeys.unlockDelay).catch(() => undefined);
    },
  };
}
