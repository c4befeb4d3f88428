import { describe, expect, it } from "vitest";
import { sessionEnd, sessionOf } from "./session.ts";

const day = 86_400;
const settings = { sessionDays: 30, sessionIdleDays: 7 };
const grant = {
  origin: "https://app.example",
  accounts: [],
  chainId: 1,
  chainIds: [1],
  grantedAt: 1000,
  lastUsedAt: 1000,
};

describe("a site's session", () => {
  it("ends at its time or after days without use, whichever is first", () => {
    const given = { ...grant, ...sessionOf(settings, 1000) };
    expect(sessionEnd(given, settings)).toEqual({ at: 1000 + 7 * day, why: "idle" });
    expect(sessionEnd({ ...given, lastUsedAt: 1000 + 29 * day }, settings)).toEqual({
      at: 1000 + 30 * day,
      why: "expired",
    });
    expect(sessionEnd({ ...given, expiresAt: 1000 + day }, settings)).toEqual({
      at: 1000 + day,
      why: "expired",
    });
  });

  it("keeps its ends when the settings change", () => {
    const given = { ...grant, ...sessionOf(settings, 1000) };
    const shorter = { sessionDays: 1, sessionIdleDays: 1 };
    expect(sessionEnd(given, shorter)).toEqual(sessionEnd(given, settings));
  });

  it("from before there were ends is counted by the settings", () => {
    expect(sessionEnd(grant, settings).at).toBe(1000 + 7 * day);
    expect(sessionEnd({ ...grant, lastUsedAt: 1000 + 25 * day }, settings).at).toBe(1000 + 30 * day);
  });
});
