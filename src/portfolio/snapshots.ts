import type { KeyValueStore } from "../core/environment/environment.ts";
import { isWeirError } from "../core/errors/index.ts";
import { createSerial } from "../core/serial/serial.ts";
import { Snapshot } from "../core/snapshot/snapshot.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import { toWire } from "../core/wire/wire.ts";

export interface SnapshotStore {
  /** A damaged snapshot counts as absent: the next refresh writes it anew. */
  get(chainId: number): Promise<Snapshot | undefined>;
  /** Writes a snapshot and other records in one go. */
  write(snapshot: Snapshot, beside: Record<string, unknown>): Promise<void>;
  /** Changes the stored snapshot, whatever was written meanwhile, and gives it back; nothing when there is none. */
  amend(chainId: number, change: (stored: Snapshot) => Snapshot): Promise<Snapshot | undefined>;
}

/** The stored snapshots; writes wait for each other, so that none undoes another. */
export function snapshotStore(local: KeyValueStore): SnapshotStore {
  const store = recordStore(local, localKeys.snapshot, Snapshot);
  const serial = createSerial();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => serial("snapshots", work);
  async function get(chainId: number): Promise<Snapshot | undefined> {
    try {
      return await store.get(String(chainId));
    } catch (error) {
      if (isWeirError(error, "storage/damaged")) return undefined;
      throw error;
    }
  }
  return {
    get,
    write: (snapshot, beside) =>
      inTurn(() =>
        local.setMany({ ...beside, [`${localKeys.snapshot}${snapshot.chainId}`]: toWire(snapshot) }),
      ),
    amend: (chainId, change) =>
      inTurn(async () => {
        const stored = await get(chainId);
        if (stored === undefined) return undefined;
        const changed = change(stored);
        await store.put(String(chainId), changed);
        return changed;
      }),
  };
}
