import type { Account } from "../../core/account/account.ts";
import type { Signer } from "../../core/account/signer.ts";
import { readTypedData } from "../../core/approval/meaning/typed-data.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { MessageStep, PermitStep, SignatureParts, TypedDataStep } from "../../core/staking/plan.ts";
import type { RunParts } from "./advance.ts";
import { permitTypedData } from "./permit-typed-data.ts";
import type { TransactionToSign } from "./sign-transaction.ts";
import { nextStep, withStep } from "./step-state.ts";

function signed(
  signer: Signer,
  operation: Operation,
  step: PermitStep | MessageStep | TypedDataStep,
): Promise<SignatureParts> {
  if (step.kind === "message") return signer.signMessage(step.bytes);
  return signer.signTypedData(
    step.kind === "permit"
      ? permitTypedData(step, operation.account, operation.chainId)
      : readTypedData(step.json),
  );
}

/**
 * Signs a step that is no transaction and keeps the signature in it, before anything uses it; with the plan's last step
 * the operation is confirmed. `release` and `keep` as for a transaction.
 */
export async function signStep(
  { deps, records, approvals, works }: RunParts,
  account: Account,
  operation: Operation,
  place: number,
  step: PermitStep | MessageStep | TypedDataStep,
  { release, keep }: Pick<TransactionToSign, "release" | "keep">,
): Promise<Operation> {
  const signer = await deps.signers.signerFor(account, operation.id);
  await release();
  const signing = await records.save(withStep(operation, place, { state: "signing" }));
  works.requireWanted(operation.id);
  const signature = await signed(signer, operation, step);
  await keep();
  const after = withStep(signing, place, { state: "signed", signature });
  if (nextStep(after) >= 0) return records.save(after);
  const done = await records.save({ ...after, state: "confirmed" });
  await approvals.spend(done, place);
  return done;
}
