import * as v from "valibot";
import { recordId, unixSeconds } from "../wire/schemas.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const storedNumbers = 64;

/** Whether request `number` was stored before. Below the remembered numbers the answer is yes, to be safe. */
export function wasStored(stored: readonly number[], number: number): boolean {
  return stored.includes(number) || (stored.length >= storedNumbers && number < (stored[0] ?? 0));
}

/**
 * A page's channel to the worker, stored under `channel:<id>` in storage.session. It belongs to one document, by the
 * browser's word; nobody else may go on with it.
 */
export const Channel = v.object({
  id: recordId,
  origin: v.string(),
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.optional(v.string()),
  /** Replay window, see window.ts. */
  lastSequence: count,
  spent: v.array(v.string()),
  /** Numbers of the requests that were stored lately, ascending, at most `storedNumbers`: none of them is stored again. */
  stored: v.array(count),
  lastSeenAt: unixSeconds,
  /** The page's side was seen to end. */
  closed: v.boolean(),
});
export type Channel = v.InferOutput<typeof Channel>;
