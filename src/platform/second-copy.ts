import type { KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";

const databaseName = "weir";
const table = "copies";

function request<T>(made: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    made.onsuccess = () => resolve(made.result);
    made.onerror = () => reject(made.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(table);
  return request(opening);
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(table, mode);
    const settled = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
    // The transaction's own failure is reported by `settled`; the inner one must not go unhandled meanwhile.
    const [result] = await Promise.all([work(transaction.objectStore(table)), settled]);
    return result;
  } finally {
    database.close();
  }
}

async function reading<T>(key: string, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  try {
    return await within("readonly", work);
  } catch (cause) {
    throw new WeirError("storage/read-failed", { key }, { cause });
  }
}

async function writing(key: string, work: (store: IDBObjectStore) => Promise<unknown>): Promise<void> {
  try {
    await within("readwrite", work);
  } catch (cause) {
    throw new WeirError("storage/write-failed", { key }, { cause });
  }
}

async function readMany(keys: readonly string[]): Promise<Record<string, unknown>> {
  return reading(keys[0] ?? "*", async (store) => {
    const values = await Promise.all(keys.map((key) => request(store.get(key))));
    return Object.fromEntries(
      keys.map((key, at) => [key, values[at]] as const).filter(([, value]) => value !== undefined),
    );
  });
}

/** IndexedDB as KeyValueStore: holds the vault's second copy, apart from storage.local's file. */
export const secondCopyStore: KeyValueStore = {
  get: async (key) => (await readMany([key]))[key],
  getMany: readMany,
  entries: (prefix) =>
    reading(prefix, async (store) => {
      const keys = (await request(store.getAllKeys())).filter(
        (key) => typeof key === "string" && key.startsWith(prefix),
      );
      return Promise.all(
        keys.map(async (key): Promise<[string, unknown]> => [String(key), await request(store.get(key))]),
      );
    }),
  set: (key, value) => writing(key, (store) => request(store.put(value, key))),
  setMany: (values) =>
    writing(Object.keys(values)[0] ?? "*", (store) =>
      Promise.all(Object.entries(values).map(([key, value]) => request(store.put(value, key)))),
    ),
  remove: (key) =>
    writing(typeof key === "string" ? key : (key[0] ?? "*"), (store) =>
      Promise.all((typeof key === "string" ? [key] : key).map((one) => request(store.delete(one)))),
    ),
  onChange: () => () => {},
};
