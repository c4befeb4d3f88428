import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import { sessionKeys } from "../core/store/keys.ts";
import { toWire } from "../core/wire/wire.ts";

/** Keys in one order, whoever made the object. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** All that decides what will be signed: who, where, what, and at which fee. Equal records give equal marks. */
function markOf(operation: Operation): string {
  const { id, chainId, accountId, account, origin, intent, plan, preview, feeLevel } = operation;
  const meant = [id, chainId, accountId, account, origin, intent, plan, preview?.fees[feeLevel]];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(toWire(meant), sorted))));
}

/**
 * What the person approved, kept in storage.session. Operations lie in storage.local, where Firefox lets content
 * scripts write, hence a web page's process that was taken over; a record alone must therefore never lead to a
 * signature. What was approved before the browser was closed is asked for again.
 */
export function createApprovals(session: KeyValueStore) {
  // This worker's own, so that a failing storage.session keeps nobody from signing.
  const here = new Map<string, string>();
  return {
    /** Call before the first signature within the person's own approval. */
    async remember(operation: Operation): Promise<void> {
      const mark = markOf(operation);
      here.set(operation.id, mark);
      await session.set(sessionKeys.approval + operation.id, mark).catch(() => undefined);
    },

    /** Call before a signature that comes later. Rejects with operation/changed-since-preview when it is not what was approved. */
    async require(operation: Operation): Promise<void> {
      const approved =
        here.get(operation.id) ??
        (await session.get(sessionKeys.approval + operation.id).catch(() => undefined));
      if (approved !== markOf(operation)) {
        throw new WeirError("operation/changed-since-preview", {});
      }
    },

    /** Call when nothing of the operation is to be signed any more. */
    async forget(id: string): Promise<void> {
      here.delete(id);
      await session.remove(sessionKeys.approval + id);
    },
  };
}
