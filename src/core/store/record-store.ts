import type { BaseIssue, BaseSchema, InferOutput } from "valibot";
import * as v from "valibot";
import type { KeyValueStore } from "../environment/environment.ts";
import { WeirError } from "../errors/index.ts";
import { toWire } from "../wire/wire.ts";

export interface RecordStore<T> {
  /** The record, or undefined when absent. Rejects with storage/damaged when it does not parse. */
  get(id: string): Promise<T | undefined>;
  /** All records that parse; `damaged` counts those that do not (they stay where they are). */
  list(): Promise<{ records: T[]; damaged: string[] }>;
  put(id: string, record: T): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Records of one kind under `prefix` in `store`, checked by `schema` on the way in. */
export function recordStore<S extends BaseSchema<unknown, unknown, BaseIssue<unknown>>>(
  store: KeyValueStore,
  prefix: string,
  schema: S,
): RecordStore<InferOutput<S>> {
  return {
    async get(id) {
      const stored = await store.get(prefix + id);
      if (stored === undefined) return undefined;
      const parsed = v.safeParse(schema, stored);
      if (!parsed.success) throw new WeirError("storage/damaged", { key: prefix + id });
      return parsed.output;
    },
    async list() {
      const records: InferOutput<S>[] = [];
      const damaged: string[] = [];
      for (const [key, value] of await store.entries(prefix)) {
        const parsed = v.safeParse(schema, value);
        if (parsed.success) records.push(parsed.output);
        else damaged.push(key);
      }
      return { records, damaged };
    },
    put: (id, record) => store.set(prefix + id, toWire(record)),
    remove: (id) => store.remove(prefix + id),
  };
}
