import type { SiteDependencies } from "./dependencies.ts";

/** Bounds of what is kept: answers that hang on the newest block, answers named by a hash, entries, and their text. */
export const cacheLimits = { blockMs: 2_000, hashMs: 300_000, entries: 256, entryLength: 64_000 } as const;

type Read = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** A site's reads on a network, shared with every other reader of the same. */
export interface ReadCache {
  on(chainId: number): Read;
  /** Something happened on the network: what hangs on the newest block is asked anew. */
  moved(chainId: number): void;
}

const byHash = new Set([
  "eth_getBlockByHash",
  "eth_getBlockTransactionCountByHash",
  "eth_getTransactionByBlockHashAndIndex",
  "eth_getUncleByBlockHashAndIndex",
  "eth_getUncleCountByBlockHash",
]);

/** Not an answer to keep or to share: each is an act of its own. */
const acts = new Set(["eth_sendRawTransaction"]);

/** The block that an answer tells of: a number, a block, or a mined transaction's receipt. */
function blockIn(method: string, answer: unknown): number {
  const seen =
    method === "eth_blockNumber"
      ? answer
      : method === "eth_getTransactionReceipt" && typeof answer === "object" && answer !== null
        ? (answer as { blockNumber?: unknown }).blockNumber
        : method === "eth_getBlockByNumber" && typeof answer === "object" && answer !== null
          ? (answer as { number?: unknown }).number
          : undefined;
  return typeof seen === "string" && /^0x[0-9a-f]{1,13}$/i.test(seen) ? Number(seen) : 0;
}

/**
 * Identical reads that are under way at once are one request, and an answer is good until a newer block is seen, two
 * seconds at the most; one that a hash names, five minutes. Failures and large answers are not kept.
 */
export function readCache({
  passThrough,
  clock,
}: Pick<SiteDependencies, "passThrough" | "clock">): ReadCache {
  const running = new Map<string, Promise<unknown>>();
  const kept = new Map<string, { answer: unknown; until: number; chainId: number; fixed: boolean }>();
  const newest = new Map<number, number>();

  function moved(chainId: number): void {
    for (const [key, entry] of kept) if (entry.chainId === chainId && !entry.fixed) kept.delete(key);
    for (const key of running.keys()) if (key.startsWith(`${chainId} `)) running.delete(key);
  }

  function keep(key: string, chainId: number, method: string, answer: unknown): void {
    // What is not there yet may be there in a moment.
    if (answer === null || answer === undefined) return;
    if (JSON.stringify(answer).length > cacheLimits.entryLength) return;
    const fixed = byHash.has(method);
    const until = clock.monotonicMs() + (fixed ? cacheLimits.hashMs : cacheLimits.blockMs);
    kept.set(key, { answer, until, chainId, fixed });
    for (const oldest of kept.keys()) {
      if (kept.size <= cacheLimits.entries) break;
      kept.delete(oldest);
    }
  }

  return {
    moved,
    on: (chainId) => async (method, params) => {
      if (acts.has(method)) {
        moved(chainId);
        return passThrough(chainId, method, params);
      }
      const key = `${chainId} ${method} ${JSON.stringify(params)}`;
      const known = kept.get(key);
      if (known && known.until > clock.monotonicMs()) return known.answer;
      kept.delete(key);
      const shared = running.get(key);
      if (shared) return shared;
      const asked = passThrough(chainId, method, params);
      running.set(key, asked);
      try {
        const answer = await asked;
        const block = blockIn(method, answer);
        // A newer block ends what older answers said; what this very answer says is of the newer one.
        if (block > (newest.get(chainId) ?? 0)) {
          newest.set(chainId, block);
          moved(chainId);
          keep(key, chainId, method, answer);
        } else if (running.get(key) === asked) keep(key, chainId, method, answer);
        return answer;
      } finally {
        if (running.get(key) === asked) running.delete(key);
      }
    },
  };
}
