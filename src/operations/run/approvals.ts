import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import type { KeyValueStore } from "../../core/environment/environment.ts";
import { WeirError } from "../../core/errors/index.ts";
import { approvedText } from "../../core/operation/approved-text.ts";
import { FeeLevel, type Operation } from "../../core/operation/operation.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import { recordStore } from "../../core/store/record-store.ts";

/** `next`: the first step that may still be signed; undefined = planned here, not approved. */
const Approval = v.object({
  digest: v.string(),
  next: v.optional(v.number()),
  fee: v.optional(FeeLevel),
});

export interface Approvals {
  /** This session planned the operation as it stands. */
  planned(operation: Operation): Promise<void>;
  /** Whether the plan is one that this session made. */
  isOwn(operation: Operation): Promise<boolean>;
  /** The person approved the operation as it stands, from step `next` on, at this fee. */
  approve(operation: Operation, next: number, fee: FeeLevel): Promise<void>;
  /** `to` does what the approved `from` did in another way; the rest of the approval is its own. Rejects as take. */
  carryOver(from: Operation, to: Operation, next: number): Promise<void>;
  /**
   * Uses up the approval of one step, right before its signature. Rejects operation/not-approved when the plan is not
   * the approved one, the step was released before, or the fee is another (undefined for a permit, which has none).
   */
  take(operation: Operation, place: number, fee: FeeLevel | undefined): Promise<void>;
}

/**
 * What the person approved, kept in storage.session: operations lie in storage.local, which somebody with the disk can
 * write while the browser is closed. A record that was invented or set back there finds no approval and is not signed.
 */
export function createApprovals(session: KeyValueStore): Approvals {
  const store = recordStore(session, sessionKeys.approval, Approval);
  const digestOf = (operation: Operation): string => bytesToHex(sha256(utf8ToBytes(approvedText(operation))));

  async function approved(operation: Operation) {
    const approval = await store.get(operation.id).catch(() => undefined);
    if (
      approval?.next === undefined ||
      approval.fee === undefined ||
      approval.digest !== digestOf(operation)
    ) {
      throw new WeirError("operation/not-approved", {});
    }
    return { ...approval, next: approval.next, fee: approval.fee };
  }

  return {
    planned: (operation) => store.put(operation.id, { digest: digestOf(operation) }),
    async isOwn(operation) {
      const approval = await store.get(operation.id).catch(() => undefined);
      return approval?.digest === digestOf(operation);
    },
    approve: (operation, next, fee) => store.put(operation.id, { digest: digestOf(operation), next, fee }),
    async carryOver(from, to, next) {
      const { fee } = await approved(from);
      await store.put(to.id, { digest: digestOf(to), next, fee });
    },
    async take(operation, place, fee) {
      const approval = await approved(operation);
      const sameFee =
        fee === undefined ||
        (fee.maxFeePerGas === approval.fee.maxFeePerGas &&
          fee.maxPriorityFeePerGas === approval.fee.maxPriorityFeePerGas);
      if (place < approval.next || !sameFee) throw new WeirError("operation/not-approved", {});
      await store.put(operation.id, { ...approval, next: place + 1 });
    },
  };
}
