import type { BrowserPage } from "./driver/driver.ts";

interface Storage {
  get(key: null): Promise<Record<string, object>>;
  set(values: object): Promise<void>;
}

/** Changes every record under a prefix in the extension's storage, as time or a fault would; `page` is one of its own pages. */
export function changeStored(
  page: BrowserPage,
  area: "local" | "session",
  prefix: string,
  change: Record<string, unknown>,
): Promise<number> {
  return page.evaluate(
    async (of: "local" | "session", begins: string, next: object) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, Storage> } }).chrome;
      const at = storage[of] as Storage;
      const found = Object.entries(await at.get(null)).filter(([key]) => key.startsWith(begins));
      await at.set(Object.fromEntries(found.map(([key, value]) => [key, { ...value, ...next }])));
      return found.length;
    },
    area,
    prefix,
    change,
  );
}

/** Puts a record into the extension's storage. */
export function store(
  page: BrowserPage,
  area: "local" | "session",
  key: string,
  value: unknown,
): Promise<void> {
  return page.evaluate(
    async (of: "local" | "session", at: string, next: unknown) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, Storage> } }).chrome;
      await (storage[of] as Storage).set({ [at]: next });
    },
    area,
    key,
    value,
  );
}

/** A record of the extension's storage. */
export function stored(page: BrowserPage, area: "local" | "session", key: string): Promise<unknown> {
  return page.evaluate(
    async (of: "local" | "session", at: string) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, Storage> } }).chrome;
      return (await (storage[of] as Storage).get(null))[at];
    },
    area,
    key,
  );
}
