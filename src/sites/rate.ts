import type { Clock } from "../core/environment/environment.ts";

/** Reads a site may make: on average per second, and at once after a pause. */
export const readRate = { perSecond: 50, burst: 100 };
/** What opens a screen or asks hosts that a site names. */
export const rareRate = { perSecond: 0.2, burst: 5 };
const remembered = 256;

/** One token bucket per origin. Takes a token; false = none is left just now. Keeps the latest origins only. */
export function rateLimit(clock: Clock, rate = readRate): (origin: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (origin) => {
    const now = clock.monotonicMs();
    const before = buckets.get(origin);
    const tokens = before
      ? Math.min(rate.burst, before.tokens + ((now - before.at) * rate.perSecond) / 1000)
      : rate.burst;
    buckets.delete(origin);
    buckets.set(origin, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= remembered) break;
      buckets.delete(oldest);
    }
    return tokens >= 1;
  };
}
