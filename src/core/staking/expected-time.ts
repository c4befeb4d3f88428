import type { ExpectedTime } from "./position.ts";
import type { UnixSeconds } from "./units.ts";

/**
 * An expected time as it may be shown at `now`: what lies in the past is not offered as a date to come. When the
 * earliest time has gone by the range begins now; when the latest has, nothing can be said ("unknown").
 */
export function expectedAt(expected: ExpectedTime, now: UnixSeconds): ExpectedTime {
  const { earliest, latest, basis } = expected;
  if (earliest === undefined || latest === undefined) return { basis };
  if (latest < now) return { basis: "unknown" };
  return { earliest: Math.max(earliest, now), latest, basis };
}
