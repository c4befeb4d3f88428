import type { Settings } from "../settings/settings.ts";
import type { SiteGrant } from "./site.ts";

const daySeconds = 86_400;

/** The longest that a connection may be given for, in days. */
export const longestSessionDays = 365;

/**
 * When a site's session ends (unix seconds), and by what: its time is over, or nobody used it. A grant from before sessions had
 * an end is counted by the settings, from when it was given and last used.
 */
export function sessionEnd(
  grant: SiteGrant,
  settings: Pick<Settings, "sessionDays" | "sessionIdleDays">,
): { at: number; why: "expired" | "idle" } {
  const over = grant.expiresAt ?? grant.grantedAt + settings.sessionDays * daySeconds;
  const idle = grant.lastUsedAt + (grant.idleSeconds ?? settings.sessionIdleDays * daySeconds);
  return idle < over ? { at: idle, why: "idle" } : { at: over, why: "expired" };
}

/** The ends that a grant given at `now` gets, where the person chose none. */
export function sessionOf(
  settings: Pick<Settings, "sessionDays" | "sessionIdleDays">,
  now: number,
): { expiresAt: number; idleSeconds: number } {
  return {
    expiresAt: now + settings.sessionDays * daySeconds,
    idleSeconds: settings.sessionIdleDays * daySeconds,
  };
}
