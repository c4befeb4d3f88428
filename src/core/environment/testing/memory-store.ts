import type { KeyValueStore } from "../environment.ts";

/** A key-value area on a map, which may outlive its user; keeps and gives copies of JSON like the browser does. */
export function memoryStore(
  content = new Map<string, unknown>(),
): KeyValueStore & { readonly content: Map<string, unknown> } {
  const copy = (value: unknown): unknown =>
    value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  return {
    content,
    get: async (key) => copy(content.get(key)),
    getMany: async (keys) =>
      Object.fromEntries(keys.filter((key) => content.has(key)).map((key) => [key, copy(content.get(key))])),
    entries: async (prefix) =>
      [...content].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key, copy(value)]),
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
