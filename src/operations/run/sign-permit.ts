import type { Account } from "../../core/account/account.ts";
import type { TypedData } from "../../core/account/signer.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { PermitStep } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import type { OperationRecords } from "../records.ts";
import { withStep } from "./step-state.ts";

/** The typed data of an ERC-2612 permit. */
export function permitTypedData(step: PermitStep, owner: `0x${string}`, chainId: number): TypedData {
  if (!step.token.address) throw new WeirError("operation/state", { state: "permit" });
  return {
    domain: { ...step.domain, chainId: BigInt(chainId), verifyingContract: step.token.address },
    primaryType: "Permit",
    types: {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: {
      owner,
      spender: step.spender,
      value: step.amount,
      nonce: step.nonce,
      deadline: step.deadline,
    },
  };
}

/** Signs the permit and keeps the signature in the step, before anything uses it. `release` as for a transaction. */
export async function signPermit(
  deps: OperationsDependencies,
  records: OperationRecords,
  account: Account,
  operation: Operation,
  place: number,
  step: PermitStep,
  release: () => Promise<void>,
): Promise<Operation> {
  const signer = await deps.signers.signerFor(account);
  await release();
  const signing = await records.save(withStep(operation, place, { state: "signing" }));
  const signature = await signer.signTypedData(permitTypedData(step, account.address, operation.chainId));
  return records.save(withStep(signing, place, { state: "signed", signature }));
}
