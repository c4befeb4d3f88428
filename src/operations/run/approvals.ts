import * as v from "valibot";
import type { KeyValueStore } from "../../core/environment/environment.ts";
import { WeirError } from "../../core/errors/index.ts";
import { approvedDigest } from "../../core/operation/approved-digest.ts";
import { FeeLevel, type Operation } from "../../core/operation/operation.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import { recordStore } from "../../core/store/record-store.ts";

/** `next`: the first step that may still be signed; undefined = planned here, not approved. */
const Approval = v.object({
  digest: v.string(),
  next: v.optional(v.number()),
  /** Absent: only signatures, nothing to pay. */
  fee: v.optional(FeeLevel),
  /** Steps whose signatures are out, whatever the record in storage.local says. */
  spent: v.optional(v.array(v.number()), []),
});

export interface Approvals {
  /** This session planned the operation as it stands. */
  planned(operation: Operation): Promise<void>;
  /** SHA-256 of what an approval of the operation is about. */
  digestOf(operation: Operation): string;
  /** Whether the plan is one that this session made. */
  isOwn(operation: Operation): Promise<boolean>;
  /** Rejects operation/approved-earlier when the step's signature is out already, whatever the record says. */
  requireUnspent(operation: Operation, place: number): Promise<void>;
  /** The person approved the operation as it stands, from step `next` on, at this fee (undefined: nothing to pay). */
  approve(operation: Operation, next: number, fee: FeeLevel | undefined): Promise<void>;
  /** `to` does what the approved `from` did in another way; the rest of the approval is its own. Rejects as take. */
  carryOver(from: Operation, to: Operation, next: number): Promise<void>;
  /**
   * Uses up the approval of one step, right before its signature. Rejects operation/not-approved when the plan is not
   * the approved one, the step was released before, or the fee is another (undefined for a signature that is no transaction).
   */
  take(operation: Operation, place: number, fee: FeeLevel | undefined): Promise<void>;
  /** The step's signature is written down: it is not approved again in this session. */
  spend(operation: Operation, place: number): Promise<void>;
}

/**
 * What the person approved, kept in storage.session: operations lie in storage.local, which somebody with the disk can
 * write while the browser is closed. A record that was invented or set back there finds no approval and is not signed.
 */
export function createApprovals(session: KeyValueStore): Approvals {
  const store = recordStore(session, sessionKeys.approval, Approval);
  const digestOf = approvedDigest;

  async function approved(operation: Operation) {
    const approval = await store.get(operation.id).catch(() => undefined);
    if (approval?.next === undefined || approval.digest !== digestOf(operation)) {
      throw new WeirError("operation/not-approved", {});
    }
    return { ...approval, next: approval.next };
  }

  async function spentBy(id: string): Promise<number[]> {
    return (await store.get(id).catch(() => undefined))?.spent ?? [];
  }

  return {
    digestOf,

    async planned(operation) {
      await store.put(operation.id, { digest: digestOf(operation), spent: await spentBy(operation.id) });
    },
    async isOwn(operation) {
      const approval = await store.get(operation.id).catch(() => undefined);
      return approval?.digest === digestOf(operation);
    },
    async requireUnspent(operation, place) {
      if ((await spentBy(operation.id)).includes(place))
        throw new WeirError("operation/approved-earlier", {});
    },
    async approve(operation, next, fee) {
      const spent = await spentBy(operation.id);
      await store.put(operation.id, { digest: digestOf(operation), next, fee, spent });
    },
    async carryOver(from, to, next) {
      const { fee, spent } = await approved(from);
      await store.put(to.id, { digest: digestOf(to), next, fee, spent });
    },
    async take(operation, place, fee) {
      const approval = await approved(operation);
      const sameFee =
        fee === undefined ||
        (fee.maxFeePerGas === approval.fee?.maxFeePerGas &&
          fee.maxPriorityFeePerGas === approval.fee.maxPriorityFeePerGas);
      if (place < approval.next || !sameFee) throw new WeirError("operation/not-approved", {});
      await store.put(operation.id, { ...approval, next: place + 1 });
    },
    async spend(operation, place) {
      const approval = await store.get(operation.id).catch(() => undefined);
      if (approval) await store.put(operation.id, { ...approval, spent: [...approval.spent, place] });
    },
  };
}
