import type { KeyValueStore } from "../../core/environment/environment.ts";

/** A key-value area in memory that keeps JSON like the browser does. */
export function memoryStore(): KeyValueStore & { readonly content: Map<string, unknown> } {
  const content = new Map<string, unknown>();
  const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return {
    content,
    get: async (key) => content.get(key),
    getMany: async (keys) =>
      Object.fromEntries(keys.filter((key) => content.has(key)).map((key) => [key, content.get(key)])),
    entries: async (prefix) => [...content].filter(([key]) => key.startsWith(prefix)),
    set: async (key, value) => void content.set(key, copy(value)),
    setMany: async (values) => {
      for (const [key, value] of Object.entries(values)) content.set(key, copy(value));
    },
    remove: async (key) => {
      for (const one of typeof key === "string" ? [key] : key) content.delete(one);
    },
    onChange: () => () => undefined,
  };
}
