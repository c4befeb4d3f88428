import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { UnixSeconds } from "../core/staking/units.ts";

const SOONEST = 30 * 60;
const LATEST = 24 * 3600;
const WITHOUT_DATE = 6 * 3600;

/**
 * Wall-clock time at which it is worth asking the network again for queued redemptions: at the earliest expected
 * time, but not before half an hour and within a day. Undefined while nothing is queued: then no alarm is needed.
 */
export function nextWake(snapshot: Snapshot): UnixSeconds | undefined {
  const queued = snapshot.redemptions.filter((one) => one.state === "queued");
  if (queued.length === 0) return undefined;
  const waits = queued.map(({ expected }) =>
    // Chain time may differ from the wall clock; only the difference is taken over.
    expected.earliest === undefined ? WITHOUT_DATE : expected.earliest - snapshot.block.timestamp,
  );
  return snapshot.takenAt + Math.min(LATEST, Math.max(SOONEST, Math.min(...waits)));
}
