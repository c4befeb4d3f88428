import type { Redemption } from "../core/staking/position.ts";

/** Redemptions that are ready in `next` and were not in `previous`: each is told once, however many alarms passed. */
export function claimableSince(
  previous: readonly Redemption[] | undefined,
  next: readonly Redemption[],
): Redemption[] {
  const key = (redemption: Redemption): string => `${redemption.protocol}:${redemption.id}`;
  const known = new Set((previous ?? []).filter((one) => one.state !== "queued").map(key));
  return next.filter((one) => one.state === "ready" && !known.has(key(one)));
}
