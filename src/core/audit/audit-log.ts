import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import type { Clock, KeyValueStore } from "../environment/environment.ts";
import { localKeys } from "../store/keys.ts";
import { AuditEntry, type AuditWriter } from "./audit.ts";

/** Where the chain begins and ends: `first` is the oldest kept index, `anchor` the hash before it, `next` the coming index. */
const Head = v.object({
  first: v.number(),
  anchor: v.string(),
  next: v.number(),
  last: v.string(),
});
type Head = v.InferOutput<typeof Head>;

const genesis = "0".repeat(64);
const headKey = `${localKeys.audit}head`;
const entryKey = (index: number): string => localKeys.audit + String(index).padStart(10, "0");

/** SHA-256 over the entry in a fixed order, the previous hash included. */
function hashOf(entry: Omit<AuditEntry, "hash">): string {
  const details = Object.entries(entry.details).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = JSON.stringify([entry.index, entry.at, entry.event, details, entry.previous]);
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Whether the entries, oldest first, are an unbroken chain from `anchor` on and reach `head.last`. */
function unbroken(entries: readonly AuditEntry[], head: Head): boolean {
  let previous = head.anchor;
  let index = head.first;
  for (const entry of entries) {
    if (entry.index !== index || entry.previous !== previous || hashOf(entry) !== entry.hash) return false;
    previous = entry.hash;
    index += 1;
  }
  return index === head.next && previous === head.last;
}

export interface AuditLog {
  write: AuditWriter;
  /** Newest first, at most `limit`, only indices below `before` when given. `intact` is about the whole log. */
  list(page: {
    before?: number | undefined;
    limit: number;
  }): Promise<{ entries: AuditEntry[]; total: number; intact: boolean }>;
  /** The whole log as JSON text, oldest entry first, with its anchor so that others can check the chain. */
  export(): Promise<string>;
  /** Whether nothing was changed or taken out since the oldest kept entry. */
  verify(): Promise<boolean>;
}

/**
 * The append-only, hash-chained log under `audit:` in storage.local. Keeps the newest `keep` entries; what is
 * dropped leaves its last hash as anchor. The chain shows changes and gaps; it cannot show that the whole log,
 * head included, was replaced by another one.
 */
export function createAuditLog(parts: { local: KeyValueStore; clock: Clock; keep?: number }): AuditLog {
  const { local, clock, keep = 10_000 } = parts;
  let turn: Promise<unknown> = Promise.resolve();

  async function readAll(): Promise<{ head: Head | undefined; entries: AuditEntry[]; damaged: boolean }> {
    const stored = await local.entries(localKeys.audit);
    const parsedHead = v.safeParse(Head, stored.find(([key]) => key === headKey)?.[1]);
    const head = parsedHead.success ? parsedHead.output : undefined;
    let damaged = head === undefined && stored.length > 0;
    const entries: AuditEntry[] = [];
    for (const [key, value] of stored) {
      if (key === headKey) continue;
      const parsed = v.safeParse(AuditEntry, value);
      if (!parsed.success) damaged = true;
      else if (head === undefined || parsed.output.index >= head.first) entries.push(parsed.output);
    }
    entries.sort((a, b) => a.index - b.index);
    return { head, entries, damaged };
  }

  /** The chain's end. A lost head is rebuilt from the entries, so that writing goes on behind them. */
  async function currentHead(): Promise<Head> {
    const parsed = v.safeParse(Head, await local.get(headKey));
    if (parsed.success) return parsed.output;
    const { entries } = await readAll();
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return { first: 0, anchor: genesis, next: 0, last: genesis };
    return { first: first.index, anchor: first.previous, next: last.index + 1, last: last.hash };
  }

  async function append(...[event, details = {}]: Parameters<AuditWriter>): Promise<void> {
    // Read each time: after a failed write, and after everything was wiped, memory would be wrong.
    const head = await currentHead();
    const body = { index: head.next, at: clock.nowSeconds(), event, details, previous: head.last };
    const entry: AuditEntry = { ...body, hash: hashOf(body) };
    const next: Head = { ...head, next: head.next + 1, last: entry.hash };
    const dropped: string[] = [];
    // Dropped by the hundred, since each drop is one more write.
    if (next.next - next.first > keep + Math.min(100, keep)) {
      const cut = next.next - keep;
      const before = v.safeParse(AuditEntry, await local.get(entryKey(cut - 1)));
      if (before.success) {
        for (let index = next.first; index < cut; index++) dropped.push(entryKey(index));
        Object.assign(next, { first: cut, anchor: before.output.hash });
      }
    }
    await local.setMany({ [entryKey(entry.index)]: entry, [headKey]: next });
    if (dropped.length > 0) await local.remove(dropped);
  }

  async function check(): Promise<{ head: Head | undefined; entries: AuditEntry[]; intact: boolean }> {
    await turn;
    const { head, entries, damaged } = await readAll();
    const intact = !damaged && (head === undefined ? entries.length === 0 : unbroken(entries, head));
    return { head, entries, intact };
  }

  return {
    write(event, details) {
      const done = turn.then(() => append(event, details));
      turn = done.catch(() => undefined);
      return turn.then(() => undefined);
    },
    async list({ before, limit }) {
      const { entries, intact } = await check();
      const older = before === undefined ? entries : entries.filter((entry) => entry.index < before);
      const count = Math.max(0, Math.min(limit, 1000));
      return {
        entries: count === 0 ? [] : older.slice(-count).reverse(),
        total: entries.length,
        intact,
      };
    },
    async export() {
      const { head, entries, intact } = await check();
      const exportedAt = clock.nowSeconds();
      const anchor = head?.anchor ?? genesis;
      return JSON.stringify(
        { format: "weir-audit-log", version: 1, exportedAt, intact, anchor, entries },
        null,
        2,
      );
    },
    verify: async () => (await check()).intact,
  };
}
