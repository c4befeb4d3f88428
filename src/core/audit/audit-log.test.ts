import { describe, expect, it } from "vitest";
import type { KeyValueStore } from "../environment/environment.ts";
import type { AuditEntry } from "./audit.ts";
import { createAuditLog } from "./audit-log.ts";

function world(keep?: number) {
  const map = new Map<string, unknown>();
  let failing = false;
  const check = (): void => {
    if (failing) throw new Error("An unexpected error occurred");
  };
  const local: KeyValueStore = {
    async get(key) {
      check();
      return map.get(key);
    },
    getMany: async (keys) => Object.fromEntries(keys.map((key) => [key, map.get(key)])),
    entries: async (prefix) => [...map].filter(([key]) => key.startsWith(prefix)),
    set: async (key, value) => void map.set(key, structuredClone(value)),
    async setMany(values) {
      check();
      for (const [key, value] of Object.entries(values)) map.set(key, structuredClone(value));
    },
    async remove(keys) {
      for (const key of typeof keys === "string" ? [keys] : keys) map.delete(key);
    },
    onChange: () => () => {},
  };
  let now = 1_800_000_000;
  const clock = { nowSeconds: () => now++, monotonicMs: () => 0 };
  const log = () => createAuditLog({ local, clock, ...(keep === undefined ? {} : { keep }) });
  return { map, log, fail: (value: boolean) => (failing = value) };
}

const key = (index: number) => `audit:${String(index).padStart(10, "0")}`;

describe("the audit log", () => {
  it("loses nothing when many parts write at once, keeps their order, and goes on in another worker", async () => {
    const { log } = world();
    const one = log();
    await Promise.all([..."abcdefgh"].map((origin) => one.write("site.connected", { origin })));
    await log().write("vault.locked");
    const { entries, total, intact } = await log().list({ limit: 100 });
    expect([total, intact]).toEqual([9, true]);
    expect(entries.map(({ index }) => index)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(entries.at(-1)?.details).toEqual({ origin: "a" });
  });

  it("is read page by page", async () => {
    const { log } = world();
    for (let count = 0; count < 5; count++) await log().write("vault.unlocked");
    const page = await log().list({ before: 3, limit: 2 });
    expect(page.entries.map(({ index }) => index)).toEqual([2, 1]);
    expect(page.total).toBe(5);
    expect((await log().list({ limit: 0 })).entries).toEqual([]);
  });

  it.each([
    [
      "changed",
      (map: Map<string, unknown>) => map.set(key(1), { ...(map.get(key(1)) as AuditEntry), at: 1 }),
    ],
    [
      "renamed",
      (map: Map<string, unknown>) =>
        map.set(key(1), { ...(map.get(key(1)) as AuditEntry), event: "vault.locked" }),
    ],
    ["taken out", (map: Map<string, unknown>) => map.delete(key(1))],
    ["cut off at the end", (map: Map<string, unknown>) => map.delete(key(2))],
    ["cut off at the beginning", (map: Map<string, unknown>) => map.delete(key(0))],
    ["torn", (map: Map<string, unknown>) => map.set(key(1), "x")],
    ["without its head", (map: Map<string, unknown>) => map.delete("audit:head")],
  ])("shows that an entry was %s, and writes on", async (_, hurt) => {
    const { map, log } = world();
    for (let count = 0; count < 3; count++) await log().write("vault.unlocked", { count });
    expect(await log().verify()).toBe(true);
    hurt(map);
    expect(await log().verify()).toBe(false);
    const before = map.size;
    await log().write("vault.locked");
    expect(map.size).toBeGreaterThan(before);
    expect((await log().list({ limit: 1 })).entries[0]?.event).toBe("vault.locked");
  });

  it("keeps the newest entries, and stays a chain from the hash of the last one dropped", async () => {
    const { map, log } = world(10);
    const one = log();
    for (let count = 0; count < 50; count++) await one.write("vault.unlocked", { count });
    const { entries, total, intact } = await log().list({ limit: 100 });
    expect(intact).toBe(true);
    expect(total).toBeLessThanOrEqual(20);
    expect(total).toBeGreaterThanOrEqual(10);
    expect(entries[0]?.details).toEqual({ count: 49 });
    expect(map.size).toBe(total + 1);
  });

  it("never rejects, and goes on when the store works again", async () => {
    const { log, fail } = world();
    const one = log();
    await one.write("vault.unlocked");
    fail(true);
    await expect(one.write("vault.locked")).resolves.toBeUndefined();
    fail(false);
    await one.write("vault.unlocked");
    expect(await one.list({ limit: 5 })).toMatchObject({ total: 2, intact: true });
  });

  it("begins anew after everything was wiped under it", async () => {
    const { map, log } = world();
    const one = log();
    await one.write("vault.unlocked");
    map.clear();
    await one.write("vault.created");
    expect(await one.list({ limit: 5 })).toMatchObject({ total: 1, intact: true, entries: [{ index: 0 }] });
  });

  it("exports the chain as JSON that says whether it is whole", async () => {
    const { log } = world();
    await log().write("site.connected", { origin: '=HYPERLINK("x")' });
    const exported = JSON.parse(await log().export());
    expect(exported).toMatchObject({ format: "weir-audit-log", intact: true, anchor: "0".repeat(64) });
    expect(exported.entries).toHaveLength(1);
  });
});
