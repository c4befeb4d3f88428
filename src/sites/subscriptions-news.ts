import * as v from "valibot";
import { WeirError } from "../core/errors/index.ts";
import { hash32 } from "../core/wire/schemas.ts";
import type { Place } from "./subscriptions-place.ts";
import type { Seen } from "./subscriptions-record.ts";

type Read = Place["read"];

/** Blocks looked back at the most: who was away longer goes on at the newest. */
export const longestGap = 128;
/** Blocks remembered to notice a reorganisation, and how deep one is followed. */
const remembered = 8;

const Head = v.looseObject({
  number: v.pipe(v.string(), v.regex(/^0x[0-9a-f]{1,13}$/i)),
  hash: hash32,
  parentHash: hash32,
});
/** A block as the node gave it, for the page. */
export type Head = v.InferOutput<typeof Head>;

export const hex = (number: number): string => `0x${number.toString(16)}`;
const numberOf = (head: Head): number => Number(head.number);

async function blockAt(read: Read, tag: string): Promise<Head> {
  const parsed = v.safeParse(Head, await read("eth_getBlockByNumber", [tag, false]));
  if (!parsed.success) {
    throw new WeirError("chain/answer-malformed", { endpoint: "?", method: "eth_getBlockByNumber" });
  }
  const { transactions: _, ...head } = parsed.output;
  return head as Head;
}

/** Where a page that subscribes now begins. */
export async function newestBlock(read: Read): Promise<Seen> {
  const head = await blockAt(read, "latest");
  return { number: numberOf(head), hashes: [head.hash] };
}

export interface News {
  /** New blocks, oldest first. After a reorganisation those that took others' place come again, eight back at most. */
  heads: Head[];
  seen: Seen;
}

/** What came since `before`. A node that lags behind what was seen brings nothing. */
export async function blocksSince(read: Read, before: Seen): Promise<News> {
  const head = await blockAt(read, "latest");
  const newest = numberOf(head);
  const hashAt = (number: number): string | undefined =>
    before.hashes[before.hashes.length - 1 - (before.number - number)];
  if (Math.abs(newest - before.number) > longestGap) {
    return { heads: [head], seen: { number: newest, hashes: [head.hash] } };
  }
  if (newest <= before.number) {
    const known = hashAt(newest);
    if (known === undefined || known === head.hash) return { heads: [], seen: before };
  }
  const missing = Array.from({ length: Math.max(0, newest - before.number - 1) }, (_, index) =>
    blockAt(read, hex(before.number + 1 + index)),
  );
  const heads = [...(await Promise.all(missing)), head];
  for (;;) {
    const first = heads[0] ?? head;
    const parent = hashAt(numberOf(first) - 1);
    if (parent === undefined || parent === first.parentHash) break;
    heads.unshift(await blockAt(read, hex(numberOf(first) - 1)));
  }
  const oldest = before.number - before.hashes.length + 1;
  const kept = before.hashes.slice(0, Math.max(0, numberOf(heads[0] ?? head) - oldest));
  const hashes = [...kept, ...heads.map(({ hash }) => hash)];
  return { heads, seen: { number: newest, hashes: hashes.slice(-remembered) } };
}

/** Logs of a query from block to block, as the node gives them. */
export async function logsBetween(
  read: Read,
  query: Record<string, unknown>,
  from: number,
  to: number,
): Promise<unknown[]> {
  if (from > to) return [];
  const logs = await read("eth_getLogs", [{ ...query, fromBlock: hex(from), toBlock: hex(to) }]);
  if (!Array.isArray(logs)) {
    throw new WeirError("chain/answer-malformed", { endpoint: "?", method: "eth_getLogs" });
  }
  return logs;
}
