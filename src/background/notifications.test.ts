import { describe, expect, it, vi } from "vitest";
import type { Redemption } from "../core/staking/position.ts";
import { claimableSince } from "../portfolio/claimable.ts";

/** The browser's notifications: a new one with an id that is on show takes its place. */
const shown = vi.hoisted(() => new Map<string, { title: string; message: string }>());
const created = vi.hoisted(() => [] as string[]);

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { getURL: (path: string) => path, getManifest: () => ({ version: "1.2.3" }) },
    notifications: {
      async create(id: string, options: { title: string; message: string }) {
        created.push(id);
        shown.set(id, options);
        return id;
      },
    },
  },
}));

const { notifyClaimable, notifyLeases } = await import("./notifications.ts");

const redemption = (id: string, state: "queued" | "ready"): Redemption => ({
  protocol: "lido",
  id,
  account: `0x${"11".repeat(20)}`,
  asset: { id: "native", symbol: "ETH", name: "Ether", decimals: 18 },
  amount: 10n ** 18n,
  requestedAt: 1_700_000_000,
  expected: { basis: state === "ready" ? "ready" : "unknown" },
  state,
  ...(state === "ready" && { claimable: 10n ** 18n }),
});

describe("42: a machine that slept for three days", () => {
  it("tells once of each redemption, however many alarms and refreshes follow", async () => {
    const before = [redemption("1", "queued"), redemption("2", "queued"), redemption("3", "queued")];
    const after = [redemption("1", "ready"), redemption("2", "ready"), redemption("3", "queued")];
    let last = before;
    for (let alarm = 0; alarm < 72; alarm += 1) {
      await notifyClaimable(claimableSince(last, after), "en");
      last = after;
    }
    expect(created).toEqual(["claimable:lido:1", "claimable:lido:2"]);
    expect(shown.get("claimable:lido:1")?.message).toContain("1 ETH");
  });

  it("shows one note for each, also where two workers tell of the same", async () => {
    shown.clear();
    const ready = [redemption("7", "ready"), redemption("8", "ready")];
    await Promise.all([notifyClaimable(ready, "en"), notifyClaimable(ready, "de")]);
    expect([...shown.keys()]).toEqual(["claimable:lido:7", "claimable:lido:8"]);
  });

  it("has one note for all leases that are over", async () => {
    shown.clear();
    for (const count of [1, 2, 3]) await notifyLeases(count, "en");
    expect(shown.size).toBe(1);
    expect([...shown.values()][0]?.message).toContain("3");
  });
});
