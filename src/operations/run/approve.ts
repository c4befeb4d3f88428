import type { Account } from "../../core/account/account.ts";
import {
  type ErrorReport,
  errorFromReport,
  errorReport,
  isWeirError,
  WeirError,
} from "../../core/errors/index.ts";
import type { FeeLevel, FeeLevelName, Operation, Preview } from "../../core/operation/operation.ts";
import { networkOf } from "../plan/plan-intent.ts";
import { missingNative } from "../preview/blocked.ts";
import { makePreview } from "../preview/make-preview.ts";
import { samePreview } from "../preview/same-preview.ts";
import { advance, type RunParts } from "./advance.ts";
import { askAgain, nextStep, withoutError } from "./step-state.ts";

/**
 * Signs and sends what the user saw. The simulation is repeated: when its result is another one, the new preview is
 * stored beside the shown one and nothing is signed (operation/changed-since-preview). The fees are those shown, never more. The caller
 * holds the operation's queue.
 */
export async function approve(
  parts: RunParts,
  operation: Operation,
  account: Account,
  feeLevel: FeeLevelName,
  previewMadeAt: number,
): Promise<Operation> {
  const { deps, records, approvals } = parts;
  if (operation.state !== "planned") throw new WeirError("operation/state", { state: operation.state });
  const shown = operation.preview;
  if (!shown || shown.madeAt !== previewMadeAt) throw new WeirError("operation/changed-since-preview", {});
  await approvals.requireUnspent(operation, nextStep(operation));
  const again = await makePreview(deps, operation, account, await records.all());
  const fresh = { ...again.preview, madeAt: Math.max(again.preview.madeAt, shown.madeAt + 1) };
  const fee = shown.fees?.[feeLevel];
  if (fresh.blocked || !samePreview(shown, fresh) || isDearer(fee, fresh)) {
    await approvals.planned(again);
    await records.save({ ...withoutError(again), preview: fresh, before: shown });
    throw fresh.blocked
      ? errorFromReport(fresh.blocked as Parameters<typeof errorFromReport>[0])
      : new WeirError("operation/changed-since-preview", {});
  }
  const shortOf = fee && (await missingAt(deps, again, fresh.gasLimit, fee.maxFeePerGas));
  if (shortOf) throw errorFromReport(shortOf);
  const { before: _before, ...rest } = withoutError(again);
  const approved = await records.save({
    ...rest,
    preview: { ...fresh, fees: shown.fees },
    feeLevel,
    // Steps confirmed before an interruption are on the chain.
    state: again.steps.some((step) => step.attempts.length > 0) ? "running" : "approved",
  });
  await approvals.approve(approved, nextStep(approved), fee);
  return advanceOrAskAgain(parts, approved, account);
}

/** Whether the fee that was shown no longer buys what is to be sent. */
function isDearer(shown: FeeLevel | undefined, fresh: Preview): boolean {
  return fresh.fees !== undefined && (shown?.maxFeePerGas ?? 0n) < fresh.fees.baseFee;
}

/** The value of what is to be signed next and its fee at the chosen level against the balance. */
async function missingAt(
  deps: RunParts["deps"],
  operation: Operation,
  gasLimit: bigint,
  maxFeePerGas: bigint,
): Promise<ErrorReport | undefined> {
  const { native } = await networkOf(deps, operation.chainId);
  const read = await deps.access(operation.chainId).readMany({ reads: [], native: [operation.account] });
  const balance = read ? [...read.native.values()][0] : undefined;
  if (balance === undefined) return undefined;
  const value = operation.plan.steps
    .slice(Math.max(0, nextStep(operation)))
    .reduce((sum, step) => sum + ("value" in step ? step.value : 0n), 0n);
  return missingNative({ balance, value, gasLimit, maxFeePerGas, native });
}

/**
 * Goes on with an approved operation. When the next transaction cannot be signed, the operation asks again and the
 * error says why; a locked vault between the steps of a plan waits for the next unlock instead. One that is locked while
 * a device is asked ends that too: what was approved for the step is used up.
 */
export async function advanceOrAskAgain(
  parts: RunParts,
  operation: Operation,
  account: Account,
): Promise<Operation> {
  try {
    return await advance(parts, operation, account);
  } catch (error) {
    const current = await parts.records.load(operation.id);
    const place = nextStep(current);
    const step = current.steps[place];
    const unbegun = step?.state === "waiting";
    if (isWeirError(error, "vault/locked") && current.state === "running" && unbegun) {
      await parts.records.save({ ...current, error: errorReport(error, "operations.approve") });
    } else if (step && step.attempts.length === 0) {
      const untouched = current.steps.every((each) => each.attempts.length === 0);
      await parts.records.save({
        ...askAgain(current),
        // Approving simulates anew in any case; only a plan half done needs a preview of its rest.
        ...(untouched && current.preview ? { preview: current.preview } : {}),
        error: errorReport(error, "operations.approve"),
      });
    }
    throw error;
  }
}
