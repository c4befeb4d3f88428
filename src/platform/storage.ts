import type { KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { browser } from "./browser.ts";

/** A storage area as KeyValueStore. Failures carry the first key's name, never a value. */
function areaStore(area: "local" | "session"): KeyValueStore {
  const storage = () => browser.storage[area];

  async function read(keys: string[] | null): Promise<Record<string, unknown>> {
    try {
      return await storage().get(keys);
    } catch (cause) {
      throw new WeirError("storage/read-failed", { key: keys?.[0] ?? "*" }, { cause });
    }
  }

  async function write(values: Record<string, unknown>): Promise<void> {
    try {
      await storage().set(values);
    } catch (cause) {
      const key = Object.keys(values)[0] ?? "*";
      const quota = cause instanceof Error && /quota/i.test(cause.message);
      throw new WeirError(quota ? "storage/quota" : "storage/write-failed", { key }, { cause });
    }
  }

  return {
    get: async (key) => (await read([key]))[key],
    getMany: (keys) => read([...keys]),
    entries: async (prefix) => Object.entries(await read(null)).filter(([key]) => key.startsWith(prefix)),
    set: (key, value) => write({ [key]: value }),
    setMany: write,
    async remove(key) {
      try {
        await storage().remove(typeof key === "string" ? key : [...key]);
      } catch (cause) {
        throw new WeirError(
          "storage/write-failed",
          { key: typeof key === "string" ? key : (key[0] ?? "*") },
          { cause },
        );
      }
    },
    onChange(listener) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, name: string): void => {
        if (name !== area) return;
        for (const [key, change] of Object.entries(changes)) listener(key, change.newValue);
      };
      browser.storage.onChanged.addListener(onChanged);
      return () => browser.storage.onChanged.removeListener(onChanged);
    },
  };
}

/** storage.local: outlives the browser. */
export const localStore: KeyValueStore = areaStore("local");

/** storage.session: memory only and open to the extension's own pages alone (the browsers' default access level). */
export const sessionStore: KeyValueStore = areaStore("session");
