import type { KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";

/** `work`, or a rejection when it takes longer. The work itself cannot be stopped and may still take place. */
export function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** `store` with an end to its silence: a step without an answer rejects like one that failed. */
export function timedStore(store: KeyValueStore, milliseconds: number): KeyValueStore {
  const reading = <T>(key: string, work: Promise<T>): Promise<T> =>
    within(work, milliseconds).catch((cause) => {
      throw new WeirError("storage/read-failed", { key }, { cause });
    });
  const writing = (key: string, work: Promise<void>): Promise<void> =>
    within(work, milliseconds).catch((cause) => {
      if (cause instanceof WeirError) throw cause;
      throw new WeirError("storage/write-failed", { key }, { cause });
    });
  return {
    get: (key) => reading(key, store.get(key)),
    getMany: (keys) => reading(keys[0] ?? "*", store.getMany(keys)),
    entries: (prefix) => reading(prefix, store.entries(prefix)),
    set: (key, value) => writing(key, store.set(key, value)),
    setMany: (values) => writing(Object.keys(values)[0] ?? "*", store.setMany(values)),
    remove: (key) => writing(typeof key === "string" ? key : (key[0] ?? "*"), store.remove(key)),
    onChange: (listener) => store.onChange(listener),
  };
}
