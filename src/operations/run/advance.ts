import type { Account } from "../../core/account/account.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { FeeLevel, Operation } from "../../core/operation/operation.ts";
import type { Serial } from "../../core/serial/serial.ts";
import { type Effect, isSignatureStep } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import type { OperationRecords } from "../records.ts";
import type { Approvals } from "./approvals.ts";
import { completedCall } from "./completed-call.ts";
import { planWithoutPermit } from "./permit-fallback.ts";
import { rehearseNext } from "./rehearse-next.ts";
import { sendBytes } from "./send-bytes.ts";
import { signStep } from "./sign-step.ts";
import { signTransaction } from "./sign-transaction.ts";
import { isSignOnly, lastAttempt, nextStep } from "./step-state.ts";
import type { Works } from "./works.ts";

export interface RunParts {
  deps: OperationsDependencies;
  records: OperationRecords;
  serial: Serial;
  approvals: Approvals;
  works: Works;
}

const TRIES = 3;
const PAUSE_MS = 1_000;

/** The fee that was shown, never more: when a later step of a plan cannot be had for it, the user is asked again. */
async function shownFee(access: ChainAccess, operation: Operation): Promise<FeeLevel> {
  const shown = operation.preview?.fees?.[operation.feeLevel];
  const isFirst = operation.steps.every((each) => each.attempts.length === 0);
  if (!shown || (!isFirst && shown.maxFeePerGas < (await access.fees()).baseFee)) {
    throw new WeirError("operation/changed-since-preview", {});
  }
  return shown;
}

/** Whether the plan has one transaction and nothing else: its gas was just measured with the preview. */
function isSingleCall(operation: Operation): boolean {
  return operation.plan.steps.length === 1;
}

/**
 * Does an approved operation's next steps until one waits for the network: gives signatures, signs and sends the next
 * transaction. The caller holds the operation's queue. Rejects when something keeps it from being signed; what is
 * signed stays in the record whatever happens after.
 */
export async function advance(parts: RunParts, operation: Operation, account: Account): Promise<Operation> {
  const { deps, records, approvals } = parts;
  const access = deps.access(operation.chainId);
  let current = operation;
  for (;;) {
    const place = nextStep(current);
    const step = current.plan.steps[place];
    if (place < 0 || !step || current.steps[place]?.state !== "waiting") return current;
    const signed = current;
    const release = async (fee?: FeeLevel): Promise<void> => {
      await deps.beforeSigning?.(signed);
      await approvals.take(signed, place, fee);
    };
    // A person takes minutes at a device: a site may have lost its right to the signature meanwhile.
    const keep = async (): Promise<void> => {
      if (deps.signers.capacityOf(account) === "device") await deps.beforeSigning?.(signed);
    };
    if (isSignatureStep(step)) {
      current = await signStep(parts, account, current, place, step, { release: () => release(), keep });
      continue;
    }
    const call = completedCall(deps, current, place);
    if (!call) throw new WeirError("operation/state", { state: current.state });
    let gasLimit = current.preview?.gasLimit ?? 0n;
    let effects: Effect[] | undefined;
    if (!isSingleCall(current)) {
      const rehearsed = await rehearseNext(deps, current, place, call);
      if (rehearsed.revertReason !== undefined) {
        const permit = current.plan.steps[place - 1];
        const plain =
          permit?.kind === "permit" && step.kind === "permitted-call"
            ? await planWithoutPermit(deps, access, account, current, permit)
            : undefined;
        if (!plain) throw new WeirError("operation/would-revert", { reason: rehearsed.revertReason || "–" });
        await approvals.carryOver(current, plain, 0);
        current = await records.save(plain);
        continue;
      }
      if (!rehearsed.holds) throw new WeirError("operation/changed-since-preview", {});
      ({ gasLimit, effects } = rehearsed);
    }
    const fee = await shownFee(access, current);
    current = await signTransaction(parts, access, account, current, place, {
      call,
      gasLimit,
      fee,
      effects,
      release: () => release(fee),
      keep,
    });
    return isSignOnly(current) ? current : sendSigned(parts, access, current, place);
  }
}

/**
 * Sends what was just signed, a few times while nobody can be reached. A node's refusal and an unreachable network
 * are left to the watcher: the bytes are stored and are tried again.
 */
async function sendSigned(
  { deps, records }: RunParts,
  access: ChainAccess,
  operation: Operation,
  place: number,
): Promise<Operation> {
  const step = operation.steps[place];
  const attempt = step && lastAttempt(step);
  if (!attempt) return operation;
  for (let tried = 1; ; tried++) {
    try {
      return await sendBytes(deps, records, access, operation, place, attempt.hash);
    } catch (error) {
      if (!(error instanceof WeirError) || !error.code.startsWith("chain/")) throw error;
      if (error.code === "chain/rpc" || tried === TRIES) {
        return records.save({ ...operation, error: { code: error.code, params: { ...error.params } } });
      }
      await deps.sleep(PAUSE_MS * tried);
    }
  }
}
