import type { KeyValueStore } from "../../core/environment/environment.ts";

/** What is known of one key so far. `unreadable`: the browser could not read it just now. */
export type Known = { state: "loading" | "absent" | "unreadable" } | { state: "here"; raw: unknown };

/**
 * One storage area as pages follow it: keys are read once, then kept up to date by the browser's change events.
 * `peek` never waits, so that a page can paint in the same turn.
 */
export interface StoredArea {
  /** Reads keys in one go; resolves also when reading fails (they are then unreadable). */
  preload(keys: readonly string[]): Promise<void>;
  /** What is known of a key; begins to read it when it was never asked for. */
  peek(key: string): Known;
  /** What is known of all keys under a prefix; begins to read them when they were never asked for. */
  peekPrefix(prefix: string): { state: "loading" | "here" | "unreadable"; entries: [string, unknown][] };
  /** Counts up with each change, so that derived values can be kept until then. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

const loading: Known = { state: "loading" };
const absent: Known = { state: "absent" };
const unreadable: Known = { state: "unreadable" };

/** Follows `store`. The change listener is attached at once and stays as long as the page. */
export function storedArea(store: KeyValueStore): StoredArea {
  const known = new Map<string, Known>();
  const prefixes = new Map<string, "loading" | "here" | "unreadable">();
  const listeners = new Set<() => void>();
  let version = 0;

  function changed(): void {
    version += 1;
    for (const listener of [...listeners]) listener();
  }

  store.onChange((key, value) => {
    const followed = known.has(key) || [...prefixes.keys()].some((prefix) => key.startsWith(prefix));
    if (!followed) return;
    known.set(key, value === undefined ? absent : { state: "here", raw: value });
    changed();
  });

  async function preload(keys: readonly string[]): Promise<void> {
    for (const key of keys) known.set(key, loading);
    let values: Record<string, unknown> | undefined;
    try {
      values = await store.getMany(keys);
    } catch {
      values = undefined;
    }
    for (const key of keys) {
      // A change event that came meanwhile is newer than the answer.
      if (known.get(key) !== loading) continue;
      if (values === undefined) known.set(key, unreadable);
      else known.set(key, values[key] === undefined ? absent : { state: "here", raw: values[key] });
    }
    changed();
  }

  async function loadPrefix(prefix: string): Promise<void> {
    prefixes.set(prefix, "loading");
    try {
      for (const [key, raw] of await store.entries(prefix)) {
        if (!known.has(key)) known.set(key, { state: "here", raw });
      }
      prefixes.set(prefix, "here");
    } catch {
      prefixes.set(prefix, "unreadable");
    }
    changed();
  }

  return {
    preload,
    peek(key) {
      const value = known.get(key);
      if (value !== undefined) return value;
      void preload([key]);
      return loading;
    },
    peekPrefix(prefix) {
      const state = prefixes.get(prefix);
      if (state === undefined) void loadPrefix(prefix);
      const entries: [string, unknown][] = [];
      for (const [key, value] of known) {
        if (value.state === "here" && key.startsWith(prefix)) entries.push([key, value.raw]);
      }
      return { state: state ?? "loading", entries };
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
