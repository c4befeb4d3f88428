import type { KeyValueStore } from "../../core/environment/environment.ts";

/** A storage area on a map, which outlives the worker that uses it. */
export function memoryStore(values: Map<string, unknown>): KeyValueStore {
  return {
    get: async (key) => structuredClone(values.get(key)),
    getMany: async (keys) =>
      Object.fromEntries(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key)]] : []))),
    entries: async (prefix) => structuredClone([...values].filter(([key]) => key.startsWith(prefix))),
    set: async (key, value) => void values.set(key, structuredClone(value)),
    setMany: async (many) => {
      for (const [key, value] of Object.entries(many)) values.set(key, structuredClone(value));
    },
    remove: async (key) => {
      for (const each of typeof key === "string" ? [key] : key) values.delete(each);
    },
    onChange: () => () => undefined,
  };
}
