import { pageLimits } from "./limits.ts";

/**
 * Page script → relay, as JSON text of [id, method, params], where params is JSON text again: neither the relay nor
 * the port between browser processes ever walks what the page nested.
 */
export interface PageRequest {
  /** Counts up from 1 within the document. */
  id: number;
  method: string;
  /** JSON text. */
  params: string;
}

/** The events by which page script and relay find each other, before any script of the page runs. */
export const relayReadyEvent = "weir:relay";
export const pageReadyEvent = "weir:page";

/** The request in a page's message, or undefined for anything else. Size comes before parsing. */
export function readPageRequest(text: unknown): PageRequest | undefined {
  // The params' quotes are escaped once more inside the outer text, which may at the most double them.
  if (typeof text !== "string" || text.length > 2 * pageLimits.paramsLength + 200) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return undefined;
  const [id, method, params]: unknown[] = parts;
  if (!Number.isSafeInteger(id) || (id as number) < 1) return undefined;
  if (typeof method !== "string" || method.length > pageLimits.methodLength) return undefined;
  if (typeof params !== "string" || params.length > pageLimits.paramsLength) return undefined;
  return { id: id as number, method, params };
}
