import type { Address, Hex } from "../core/account/account.ts";
import type { ChainAccess } from "../core/chain/access.ts";

/** Blocks and transactions looked up in one scan; what is beyond stays without a time until the next. */
const mostLookups = 60;
/** Looked up side by side, so that they share requests without being a burst. */
const atOnce = 10;

async function inChunks<K, T>(
  keys: readonly K[],
  look: (key: K) => Promise<T | undefined>,
): Promise<Map<K, T>> {
  const found = new Map<K, T>();
  const some = keys.slice(0, mostLookups);
  for (let start = 0; start < some.length; start += atOnce) {
    await Promise.all(
      some.slice(start, start + atOnce).map(async (key) => {
        const value = await look(key).catch(() => undefined);
        if (value !== undefined) found.set(key, value);
      }),
    );
  }
  return found;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** Timestamps of blocks, as far as the node tells them. */
export function blockTimes(access: ChainAccess, blocks: readonly number[]): Promise<Map<number, number>> {
  return inChunks([...new Set(blocks)], async (block) => {
    const answer = await access.passThrough("eth_getBlockByNumber", [`0x${block.toString(16)}`, false]);
    const timestamp = field(answer, "timestamp");
    return typeof timestamp === "string" && /^0x[0-9a-f]{1,12}$/i.test(timestamp)
      ? Number(timestamp)
      : undefined;
  });
}

/** Whom transactions were sent to, as far as the node tells. */
export function transactionTargets(access: ChainAccess, hashes: readonly Hex[]): Promise<Map<Hex, Address>> {
  return inChunks([...new Set(hashes)], async (hash) => {
    const to = field(await access.passThrough("eth_getTransactionByHash", [hash]), "to");
    return typeof to === "string" && /^0x[0-9a-f]{40}$/i.test(to) ? (to as Address) : undefined;
  });
}
