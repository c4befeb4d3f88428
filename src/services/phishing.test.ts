import { describe, expect, it } from "vitest";
import type { HttpAnswer, HttpGet, KeyValueStore } from "../core/environment/environment.ts";
import { compactList, writeList } from "../core/phishing/phishing-list.ts";
import { defaultSettings } from "../core/settings/settings.ts";
import { createPhishing } from "./phishing.ts";

const bundledSites = Array.from({ length: 100 }, (_, index) => `bad-${index}.example`);
const published = (blacklist: readonly string[], more: object = {}) =>
  JSON.stringify({ version: 2, tolerance: 2, fuzzylist: [], whitelist: [], blacklist, ...more });
const answering = (text: string, status = 200): HttpAnswer => ({
  status,
  retryAfterSeconds: undefined,
  text: async (maxBytes) => {
    if (text.length > maxBytes) throw new RangeError("answer too large");
    return text;
  },
});

function world(get: HttpGet = async () => answering("{}")) {
  const stored = new Map<string, unknown>();
  const counts = { bundled: 0, asked: [] as string[], audited: [] as unknown[] };
  let bundledFails = false;
  const local = {
    get: async (key: string) => stored.get(key),
    set: async (key: string, value: unknown) => void stored.set(key, JSON.parse(JSON.stringify(value))),
  } as KeyValueStore;
  const start = () =>
    createPhishing({
      readBundled: async () => {
        counts.bundled += 1;
        if (bundledFails) throw new Error("gone");
        const list = JSON.parse(published(bundledSites, { version: "1.2.0" }));
        return writeList(compactList(list, ["lido.fi"]));
      },
      local,
      get: (url, options) => {
        counts.asked.push(url);
        return get(url, options);
      },
      settings: async () => ({ ...defaultSettings(), phishingListUrl: "https://lists.example/config.json" }),
      clock: { nowSeconds: () => 1_700_000_000, monotonicMs: () => 0 },
      audit: async (event, details) => void counts.audited.push([event, details]),
    });
  return { start, stored, counts, failBundled: (fails: boolean) => (bundledFails = fails) };
}

const keys = (remarks: readonly { words: { key: string } }[]) => remarks.map(({ words }) => words.key);

describe("the phishing list in the worker", () => {
  it("is read when the first site asks, once, and asks no network", async () => {
    const { start, counts } = world();
    const phishing = start();
    expect(counts.bundled).toBe(0);
    expect(keys(await phishing.verdict("https://app.bad-7.example"))).toEqual(["remark.blocked-site"]);
    expect(await phishing.verdict("https://good.example")).toEqual([]);
    expect(await phishing.verdict("http://localhost:3000")).toEqual([]);
    expect(counts).toMatchObject({ bundled: 1, asked: [] });
    expect(await phishing.handlers["phishing.status"]({})).toEqual({ version: "1.2.0", entries: 100 });
  });

  it("that cannot be read is said to be missing, and is tried again", async () => {
    const { start, failBundled } = world();
    failBundled(true);
    const phishing = start();
    expect(keys(await phishing.verdict("https://bad-1.example"))).toEqual(["remark.phishing-list-unread"]);
    failBundled(false);
    expect(keys(await phishing.verdict("https://bad-1.example"))).toEqual(["remark.blocked-site"]);
  });

  it("is replaced on request, for the next worker too", async () => {
    const { start, counts } = world(async () => answering(published([...bundledSites, "new.example"])));
    const phishing = start();
    const status = { version: "2", entries: 101, updatedAt: 1_700_000_000 };
    expect(await phishing.handlers["phishing.update"]({})).toEqual(status);
    expect(counts.asked).toEqual(["https://lists.example/config.json"]);
    expect(counts.audited).toEqual([["phishing-list.updated", { host: "lists.example", entries: 101 }]]);
    for (const each of [phishing, start()]) {
      expect(keys(await each.verdict("https://1ido.fi"))).toEqual(["remark.look-alike-site-letters"]);
      expect(keys(await each.verdict("https://new.example"))).toEqual(["remark.blocked-site"]);
      expect(await each.handlers["phishing.status"]({})).toEqual(status);
    }
  });

  it.each<[string, HttpGet]>([
    ["phishing/unreachable", () => Promise.reject(new TypeError("failed to fetch"))],
    ["phishing/http", async () => answering("", 404)],
    ["phishing/too-large", async () => answering(`"${"x".repeat(10_000_001)}"`)],
    ["phishing/malformed", async () => answering("<html>")],
    ["phishing/malformed", async () => answering(published([]).replace('"blacklist":[]', '"blacklist":{}'))],
    ["phishing/malformed", async () => answering(published(bundledSites, { tolerance: 50 }))],
    ["phishing/shrunk", async () => answering(published([]))],
    ["phishing/shrunk", async () => answering(published(bundledSites.slice(0, 49)))],
  ])("stays as it is after %s", async (code, get) => {
    const { start, stored } = world(get);
    const phishing = start();
    await expect(phishing.handlers["phishing.update"]({})).rejects.toMatchObject({ code });
    expect(stored.size).toBe(0);
    expect(keys(await phishing.verdict("https://bad-1.example"))).toEqual(["remark.blocked-site"]);
  });

  it("that was damaged in storage gives way to the bundled one", async () => {
    const { start, stored } = world();
    stored.set("phishing-list", { updatedAt: 1, file: "###" });
    expect(keys(await start().verdict("https://bad-1.example"))).toEqual(["remark.blocked-site"]);
  });

  it("speaks of the page around a frame", async () => {
    const { start } = world();
    expect(keys(await start().verdict("https://good.example", "https://outer.example"))).toEqual([
      "remark.framed-site",
    ]);
  });
});
