import type { ReplayRefusal } from "./window.ts";

/**
 * How refused messages add up. The relay numbers messages upwards and never uses a nonce twice, so one that is repeated or goes
 * back was not sent by it: twenty of those in ten minutes are enough. A late one may be honest (the machine slept between
 * sending and receiving, a clock was set), and what was seen before is refused as repeated whatever its time; so it
 * counts a quarter.
 */
export const suspicionLimits = {
  windowSeconds: 600,
  points: 80,
  each: { duplicate: 4, "out-of-order": 4, late: 1 } satisfies Record<ReplayRefusal, number>,
} as const;

/** Points collected since a time (unix seconds). */
export interface Suspicion {
  since: number;
  points: number;
}

/** Adds a refused message. Points older than the window count no more; they are dropped together. */
export function suspect(before: Suspicion | undefined, why: ReplayRefusal, now: number): Suspicion {
  const going = before && now >= before.since && now - before.since <= suspicionLimits.windowSeconds;
  const { since, points } = going ? before : { since: now, points: 0 };
  return { since, points: points + suspicionLimits.each[why] };
}

/** Whether it is enough to serve the site no longer. */
export const isEnough = (suspicion: Suspicion): boolean => suspicion.points >= suspicionLimits.points;
