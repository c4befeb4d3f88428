/**
 * What the pure parts need of the world, as arguments. src/platform makes the real ones from the browser; tests
 * make small ones from plain objects.
 */

/** Wall clock and monotonic clock. */
export interface Clock {
  /** Seconds since 1970, whole. */
  nowSeconds(): number;
  /** Milliseconds that never go back; meaningful only as differences. */
  monotonicMs(): number;
}

/** Cryptographically secure random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** A key-value area of JSON values. `get` of an absent key gives undefined; failures reject with storage/* errors. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  /** Several keys in one read; absent ones are left out. */
  getMany(keys: readonly string[]): Promise<Record<string, unknown>>;
  /** All keys that begin with `prefix`, with their values. */
  entries(prefix: string): Promise<[key: string, value: unknown][]>;
  set(key: string, value: unknown): Promise<void>;
  /** Several keys in one write, all or none as far as the browser gives it. */
  setMany(values: Record<string, unknown>): Promise<void>;
  remove(key: string | readonly string[]): Promise<void>;
  /** Calls back on every change to a key, until the returned function is called. Value undefined = removed. */
  onChange(listener: (key: string, value: unknown) => void): () => void;
}

/** One HTTP exchange. Rejects on network failure, and with a TimeoutError-named error after timeoutMs (headers and body). */
export interface HttpAnswer {
  status: number;
  /** Seconds to wait if the server said so (Retry-After), else undefined. */
  retryAfterSeconds: number | undefined;
  /** Body as text, at most `maxBytes`; a longer one rejects with RangeError. */
  text(maxBytes: number): Promise<string>;
}

export type HttpPost = (
  url: string,
  body: string,
  options: { timeoutMs: number; headers?: Record<string, string> },
) => Promise<HttpAnswer>;

/** One GET; rejects as HttpPost does. */
export type HttpGet = (url: string, options: { timeoutMs: number }) => Promise<HttpAnswer>;

/** Alarms that outlive the worker. */
export interface Alarms {
  set(name: string, when: { atSeconds: number } | { everyMinutes: number }): Promise<void>;
  clear(name: string): Promise<void>;
  /** Attached in the first turn. */
  onAlarm(listener: (name: string) => void): void;
}

export type Sleep = (milliseconds: number) => Promise<void>;
