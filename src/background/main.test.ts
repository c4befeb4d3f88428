import { beforeAll, describe, expect, it, vi } from "vitest";
import { popupChannel } from "../messages/popup/router.ts";

/*
 * The worker's start against a small browser: what a browser event needs is that its listener is there at the end of
 * the first turn, and what a person needs is that a start asks nobody anything.
 */
const world = vi.hoisted(() => {
  const origin = "chrome-extension://weir";
  const attached: { event: string; listener: (...given: never[]) => unknown; firstTurn: boolean }[] = [];
  const levels: string[] = [];
  const fetched: string[] = [];
  const intervals: number[] = [];
  const tabs: string[] = [];
  let started = false;
  let firstTurn = true;
  const event = (name: string) => ({
    addListener(listener: () => unknown) {
      if (!started) {
        started = true;
        queueMicrotask(() => {
          firstTurn = false;
        });
      }
      attached.push({ event: name, listener, firstTurn });
    },
    removeListener: () => undefined,
  });
  const area = (name: string) => {
    const values = new Map<string, unknown>();
    return {
      async get(keys: string[] | string | null) {
        const wanted = keys === null ? [...values.keys()] : typeof keys === "string" ? [keys] : keys;
        return Object.fromEntries(
          wanted.filter((key) => values.has(key)).map((key) => [key, values.get(key)]),
        );
      },
      async set(given: Record<string, unknown>) {
        for (const [key, value] of Object.entries(given)) values.set(key, value);
      },
      async remove(keys: string | string[]) {
        for (const key of [keys].flat()) values.delete(key);
      },
      async setAccessLevel({ accessLevel }: { accessLevel: string }) {
        levels.push(`${name} ${accessLevel}`);
      },
    };
  };
  const browser = {
    runtime: {
      id: "weir",
      getURL: (path: string) => `${origin}/${path}`,
      getManifest: () => ({ version: "1.2.3", manifest_version: 3 }),
      onMessage: event("message"),
      onConnect: event("connect"),
      onInstalled: event("installed"),
      onStartup: event("startup"),
    },
    storage: { local: area("local"), session: area("session"), onChanged: event("storage") },
    alarms: { create: async () => undefined, clear: async () => true, onAlarm: event("alarm") },
    idle: {
      onStateChanged: event("idle"),
      setDetectionInterval: (seconds: number) => void intervals.push(seconds),
    },
    tabs: {
      onRemoved: event("tab closed"),
      create: async ({ url }: { url: string }) => void tabs.push(url),
      sendMessage: async () => undefined,
    },
    windows: { onRemoved: event("window closed"), create: async () => ({ id: 1 }) },
    notifications: { onClicked: event("notification"), create: async () => "" },
    action: { setBadgeText: async () => undefined, setBadgeBackgroundColor: async () => undefined },
  };
  return { origin, attached, levels, fetched, intervals, tabs, browser };
});

vi.mock("webextension-polyfill", () => ({ default: world.browser }));

const own = { id: "weir", url: `${world.origin}/tab.html`, origin: world.origin };

function ask(
  sender: Record<string, unknown>,
  name: string,
  input: unknown = {},
): Promise<unknown> | undefined {
  const listener = world.attached.find(({ event }) => event === "message")?.listener as unknown as (
    message: unknown,
    sender: unknown,
  ) => Promise<unknown> | undefined;
  return listener({ to: popupChannel, name, input }, sender);
}

beforeAll(async () => {
  vi.stubGlobal("chrome", world.browser);
  vi.stubGlobal("fetch", async (url: string) => {
    world.fetched.push(url);
    throw new TypeError("no network");
  });
  await import("./main.ts");
  await new Promise((resolve) => setTimeout(resolve, 50));
});

describe("the worker's start", () => {
  it("attaches every listener in the first turn", () => {
    const late = world.attached.filter(({ firstTurn }) => !firstTurn).map(({ event }) => event);
    expect(late).toEqual([]);
    expect([...new Set(world.attached.map(({ event }) => event))].sort()).toEqual([
      "alarm",
      "connect",
      "idle",
      "installed",
      "message",
      "notification",
      "startup",
      "storage",
      "tab closed",
      "window closed",
    ]);
  });

  it("takes plain functions as listeners: an async one would answer for every other listener", () => {
    for (const { listener } of world.attached) expect(listener.constructor.name).toBe("Function");
  });

  it("closes the stored areas to content scripts", () => {
    expect(world.levels.sort()).toEqual(["local TRUSTED_CONTEXTS", "session TRUSTED_CONTEXTS"]);
  });

  it("asks the network nothing, and watches for the time away that is set", () => {
    expect(world.fetched).toEqual([]);
    expect(world.intervals).toEqual([15 * 60]);
  });
});

describe("a message", () => {
  it("that is for somebody else is left alone", () => {
    const listener = world.attached.find(({ event }) => event === "message")?.listener as unknown as (
      message: unknown,
      sender: unknown,
    ) => unknown;
    for (const message of [undefined, null, "weir/wake", 7, [], { to: "else" }]) {
      expect(listener(message, own)).toBeUndefined();
    }
  });

  it("counts as a page's by the browser's word alone", async () => {
    expect(await ask(own, "worker.ping")).toEqual({ ok: true, value: {} });
    const strangers = [
      { ...own, url: "https://evil.example/", origin: "https://evil.example" },
      { ...own, origin: "null" },
      { ...own, origin: "https://evil.example" },
      { ...own, id: "other" },
      { ...own, url: `${world.origin}.evil.example/tab.html` },
      { ...own, url: undefined },
    ];
    for (const sender of strangers) {
      expect(await ask(sender, "vault.status"), JSON.stringify(sender)).toMatchObject({
        ok: false,
        error: { code: "message/forbidden" },
      });
    }
  });

  it("with a name that is no command, or with input of another shape, is refused without an echo", async () => {
    for (const name of ["constructor", "__proto__", "vault.nonsense", "toString"]) {
      expect(await ask(own, name)).toEqual({
        ok: false,
        error: { code: "message/unknown", params: { name: "?" } },
      });
    }
    expect(await ask(own, "vault.unlock", { password: 7, extra: "secret" })).toEqual({
      ok: false,
      error: { code: "message/invalid", params: { name: "vault.unlock" } },
    });
  });

  it("that needs an open vault is refused, and asks the network nothing", async () => {
    for (const [name, input] of [
      ["portfolio.refresh", { chainId: 1 }],
      ["endpoints.test", { chainId: 1, url: "https://node.example" }],
      ["audit.list", { limit: 10 }],
    ] as const) {
      expect(await ask(own, name, input)).toMatchObject({ ok: false, error: { code: "vault/locked" } });
    }
    expect(world.fetched).toEqual([]);
  });
});
