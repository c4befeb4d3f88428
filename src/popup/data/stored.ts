import { useRef, useSyncExternalStore } from "react";
import type { BaseIssue, BaseSchema, InferOutput } from "valibot";
import * as v from "valibot";
import type { StoredArea } from "./stored-area.ts";

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

/** A stored record as a page sees it. `damaged`: it is there but does not parse; it stays where it is. */
export type Stored<T> =
  | { state: "loading" | "absent" | "unreadable" | "damaged"; value?: undefined }
  | { state: "here"; value: T };

/** All records under a prefix; `damaged` lists the keys that do not parse. */
export interface StoredList<T> {
  state: "loading" | "here" | "unreadable";
  records: T[];
  damaged: string[];
}

const damaged = { state: "damaged" } as const;

/** Each raw value is parsed once, however many components look at it and however often. */
const parsedValues = new WeakMap<object, Map<Schema, Stored<unknown>>>();

function parse<S extends Schema>(schema: S, raw: unknown): Stored<InferOutput<S>> {
  if (typeof raw !== "object" || raw === null) return damaged;
  let bySchema = parsedValues.get(raw);
  if (bySchema === undefined) {
    bySchema = new Map();
    parsedValues.set(raw, bySchema);
  }
  let stored = bySchema.get(schema);
  if (stored === undefined) {
    const result = v.safeParse(schema, raw);
    stored = result.success ? { state: "here", value: result.output } : damaged;
    bySchema.set(schema, stored);
  }
  return stored as Stored<InferOutput<S>>;
}

/** Follows one record of an area. */
export function useStored<S extends Schema>(
  area: StoredArea,
  key: string,
  schema: S,
): Stored<InferOutput<S>> {
  return useSyncExternalStore(area.subscribe, () => {
    const known = area.peek(key);
    return known.state === "here" ? parse(schema, known.raw) : (known as Stored<InferOutput<S>>);
  });
}

/** Follows all records of an area under a prefix, in no particular order. */
export function useStoredList<S extends Schema>(
  area: StoredArea,
  prefix: string,
  schema: S,
): StoredList<InferOutput<S>> {
  const kept = useRef<{
    area: StoredArea;
    prefix: string;
    version: number;
    list: StoredList<InferOutput<S>>;
  }>(undefined);
  return useSyncExternalStore(area.subscribe, () => {
    const last = kept.current;
    if (last && last.area === area && last.prefix === prefix && last.version === area.version()) {
      return last.list;
    }
    const { state, entries } = area.peekPrefix(prefix);
    const list: StoredList<InferOutput<S>> = { state, records: [], damaged: [] };
    for (const [key, raw] of entries) {
      const stored = parse(schema, raw);
      if (stored.state === "here") list.records.push(stored.value);
      else list.damaged.push(key);
    }
    kept.current = { area, prefix, version: area.version(), list };
    return list;
  });
}
