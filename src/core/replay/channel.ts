import * as v from "valibot";
import { recordId, unixSeconds } from "../wire/schemas.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

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
  /** The highest request number that became a stored request: it or a lower one never makes a new one. */
  lastStored: count,
  refused: v.object({ duplicate: count, "out-of-order": count, late: count }),
  lastSeenAt: unixSeconds,
  /** The page's side was seen to end. */
  closed: v.boolean(),
});
export type Channel = v.InferOutput<typeof Channel>;
