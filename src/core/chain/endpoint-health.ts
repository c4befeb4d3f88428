import type { Clock } from "../environment/environment.ts";

const firstCoolDownMs = 5_000;
const longestCoolDownMs = 120_000;
/** An endpoint is asked for its chain id again at least this often. */
const chainCheckMs = 300_000;

/**
 * How each endpoint did lately, in memory. After a failure an endpoint cools down, longer each time in a row, and is asked
 * last while it does; its chain id must be checked again before anything it says counts.
 */
export interface EndpointHealth {
  succeeded(url: string): void;
  /** `waitSeconds` is the server's own wish (Retry-After). */
  failed(url: string, waitSeconds?: number): void;
  /** The endpoint just proved to serve `chainId`. */
  chainSeen(url: string, chainId: number): void;
  /** Whether `url` proved lately, and since its last failure, to serve `chainId`. */
  chainKnown(url: string, chainId: number): boolean;
  coolingDown(url: string): boolean;
  /** `urls` in the same order, those that cool down moved behind the others. */
  order(urls: readonly string[]): string[];
}

/** A fresh book of health; `clock.monotonicMs` measures the cool-downs. */
export function createEndpointHealth(clock: Clock): EndpointHealth {
  const failures = new Map<string, { inRow: number; until: number }>();
  const chains = new Map<string, { chainId: number; at: number }>();
  const coolingDown = (url: string) => (failures.get(url)?.until ?? 0) > clock.monotonicMs();
  return {
    succeeded: (url) => {
      failures.delete(url);
    },
    failed: (url, waitSeconds = 0) => {
      const inRow = (failures.get(url)?.inRow ?? 0) + 1;
      const wait = Math.max(firstCoolDownMs * 2 ** Math.min(inRow - 1, 10), waitSeconds * 1000);
      failures.set(url, { inRow, until: clock.monotonicMs() + Math.min(wait, longestCoolDownMs) });
      chains.delete(url);
    },
    chainSeen: (url, chainId) => {
      chains.set(url, { chainId, at: clock.monotonicMs() });
    },
    chainKnown: (url, chainId) => {
      const seen = chains.get(url);
      return seen?.chainId === chainId && clock.monotonicMs() - seen.at < chainCheckMs;
    },
    coolingDown,
    order: (urls) => [...urls.filter((url) => !coolingDown(url)), ...urls.filter(coolingDown)],
  };
}
