import { least } from "../../core/amount/ratio.ts";
import { wstEth } from "./facts.ts";
import { etherForShares, type LidoState, sharesForEther } from "./state.ts";

/** Splitting stops here: more parts are refused anyway, and a huge amount must not make a huge list. */
const MOST_PARTS = 10_000n;

/** The largest part in units of the token. */
function largestPart(state: LidoState, tokenId: string): bigint {
  if (tokenId !== wstEth.id) return state.maxRequest;
  // The limit is checked on the stETH that a part unwraps to, and that grows with every report: a thousandth of
  // room keeps the request valid until it is mined.
  return (sharesForEther(state, state.maxRequest) * 999n) / 1000n;
}

/** The least that a part must be, in units of the token, so that it is worth at least the minimum. */
function leastPart(state: LidoState, tokenId: string): bigint {
  return tokenId === wstEth.id ? sharesForEther(state, state.minRequest) + 1n : state.minRequest;
}

/**
 * `amount` as withdrawal requests: each within the queue's limits, all together exactly the amount. A rest below
 * the minimum takes what it lacks from the part before it.
 */
export function splitRequests(state: LidoState, tokenId: string, amount: bigint): bigint[] {
  const largest = largestPart(state, tokenId);
  const smallest = leastPart(state, tokenId);
  if (amount <= 0n || largest <= 0n) return [];
  const full = least(amount / largest, MOST_PARTS);
  const parts = Array.from({ length: Number(full) }, () => largest);
  const rest = amount - full * largest;
  if (rest === 0n) return parts;
  if (parts.length > 0 && rest < smallest) {
    parts[parts.length - 1] = largest - (smallest - rest);
    return [...parts, smallest];
  }
  return [...parts, rest];
}

/** What a part is worth in stETH, as the queue will record it. */
export function partWorth(state: LidoState, tokenId: string, part: bigint): bigint {
  return tokenId === wstEth.id ? etherForShares(state, part) : part;
}
