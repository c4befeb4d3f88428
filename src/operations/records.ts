import { WeirError } from "../core/errors/index.ts";
import { Operation } from "../core/operation/operation.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { OperationsDependencies } from "./dependencies.ts";
import { isWatched } from "./run/step-state.ts";

const YEAR_SECONDS = 365 * 24 * 3600;
const MOST_KEPT = 500;

export interface OperationRecords {
  /** Rejects operation/unknown when there is none, storage/damaged when it cannot be read. */
  load(id: string): Promise<Operation>;
  /** Every record that can be read; damaged ones stay where they are and stop nobody. */
  all(): Promise<Operation[]>;
  /** Writes and gives back what was written, with its new updatedAt. */
  save(operation: Operation): Promise<Operation>;
  /** Removes finished records older than a year, and of the finished ones beyond 500 first what was never signed, then the oldest. */
  prune(): Promise<void>;
}

/** Of what was signed, or may yet be. */
const matters = ({ state, steps }: Operation): boolean =>
  state === "planned" ||
  steps.some(({ attempts, signature }) => attempts.length > 0 || signature !== undefined);

/** The operations' records under operation:<id>. */
export function operationRecords(deps: OperationsDependencies): OperationRecords {
  const store = recordStore(deps.local, localKeys.operation, Operation);
  const all = async () => (await store.list()).records;
  return {
    async load(id) {
      const operation = await store.get(id);
      if (!operation) throw new WeirError("operation/unknown", {});
      return operation;
    },
    all,
    async save(operation) {
      const written: Operation = { ...operation, updatedAt: deps.clock.nowSeconds() };
      await store.put(operation.id, written);
      deps.onChange?.(written);
      return written;
    },
    async prune() {
      const records = await all();
      const oldest = deps.clock.nowSeconds() - YEAR_SECONDS;
      const finished = records
        .filter((each) => each.state !== "approved" && each.state !== "running" && !isWatched(each))
        // What was never signed goes first: a site that asks and goes away again must not push the history out.
        .sort((a, b) => Number(matters(b)) - Number(matters(a)) || b.createdAt - a.createdAt);
      const room = Math.max(0, MOST_KEPT - (records.length - finished.length));
      const surplus = finished.filter((each, place) => place >= room || each.createdAt < oldest);
      for (const each of surplus) await store.remove(each.id);
    },
  };
}
