import type { KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import type { VaultPolicy } from "./kdf.ts";
import { type Copy, frameRecord, type Payload, readRecord, type VaultRecord } from "./record.ts";

export interface Copies {
  primary: Copy;
  secondary: Copy;
}
export type GoodCopy = Extract<Copy, { state: "good" }>;

async function readCopy(store: KeyValueStore, policy: VaultPolicy): Promise<Copy> {
  try {
    return readRecord(await store.get(localKeys.vault), policy);
  } catch {
    // A failure or silence says nothing about what is stored.
    return { state: "unreadable" };
  }
}

/** Writes and reads back. A write that reports failure but took place counts as written. */
async function writeCopy(store: KeyValueStore, record: VaultRecord, policy: VaultPolicy): Promise<boolean> {
  try {
    await store.set(localKeys.vault, record);
  } catch {
    // Judged by what is there now.
  }
  const now = await readCopy(store, policy);
  return now.state === "good" && now.record.checksum === record.checksum;
}

/** The good copies, the vault itself (highest sequence; the primary of two equals) first. */
export function goodCopies({ primary, secondary }: Copies): GoodCopy[] {
  return [primary, secondary]
    .filter((copy) => copy.state === "good")
    .sort((one, other) => other.payload.sequence - one.payload.sequence);
}

/** The error that says why there is no good copy. Damage is only said when nothing may still turn out to be good. */
export function noGoodCopy({ primary, secondary }: Copies): WeirError {
  const copies = [primary, secondary];
  for (const copy of copies) {
    if (copy.state === "newer") return new WeirError("vault/newer-version", { version: copy.version });
  }
  if (copies.some((copy) => copy.state === "unreadable")) return new WeirError("vault/unreadable", {});
  if (copies.some((copy) => copy.state === "damaged" && copy.parameters)) {
    return new WeirError("vault/parameters", {});
  }
  if (copies.some((copy) => copy.state === "damaged")) return new WeirError("vault/damaged", {});
  return new WeirError("vault/absent", {});
}

/** The good copies, at least one. A copy of a newer version closes the vault to this one, whatever the other is. */
export function openableCopies(copies: Copies): [GoodCopy, ...GoodCopy[]] {
  const [best, ...others] = goodCopies(copies);
  const newer = copies.primary.state === "newer" || copies.secondary.state === "newer";
  if (!best || newer) throw noGoodCopy(copies);
  return [best, ...others];
}

export interface CopyStore {
  read(): Promise<Copies>;
  /**
   * Writes `payload` to the primary, reads it back, then to the second copy. Rejects with vault/write-failed when
   * the primary did not take it (the former record stands); with vault/newer-version when a copy is of a newer
   * version and vault/unreadable when the primary cannot be read, and then nothing is written. A second copy that
   * fails or cannot be read is mended at a later unlock; false says so.
   */
  write(payload: Payload): Promise<boolean>;
  /**
   * Makes both copies `good`'s, where they are not. What cannot be read just now may be newer, and is left alone.
   * Never rejects; false when one could not be mended.
   */
  heal(good: GoodCopy, copies: Copies): Promise<boolean>;
}

/** The vault's two copies: storage.local and IndexedDB. Both stores must end their silence (timed-store.ts). */
export function createCopyStore(local: KeyValueStore, second: KeyValueStore, policy: VaultPolicy): CopyStore {
  async function read(): Promise<Copies> {
    const [primary, secondary] = await Promise.all([readCopy(local, policy), readCopy(second, policy)]);
    return { primary, secondary };
  }
  const mend = (store: KeyValueStore, copy: Copy, good: GoodCopy): Promise<boolean> | boolean => {
    if (copy.state === "newer" || copy.state === "unreadable") return false;
    if (copy.state === "good" && copy.record.checksum === good.record.checksum) return true;
    return writeCopy(store, good.record, policy);
  };
  return {
    read,
    async write(payload) {
      const copies = await read();
      for (const copy of [copies.primary, copies.secondary]) {
        if (copy.state === "newer") throw new WeirError("vault/newer-version", { version: copy.version });
      }
      if (copies.primary.state === "unreadable") throw new WeirError("vault/unreadable", {});
      const record = frameRecord(payload);
      if (!(await writeCopy(local, record, policy))) throw new WeirError("vault/write-failed", {});
      return copies.secondary.state !== "unreadable" && writeCopy(second, record, policy);
    },
    async heal(good, { primary, secondary }) {
      const first = await mend(local, primary, good);
      return (await mend(second, secondary, good)) && first;
    },
  };
}
