import type { Account } from "../../core/account/account.ts";
import type { CallRequest, ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { FeeLevel, Operation } from "../../core/operation/operation.ts";
import type { Serial } from "../../core/serial/serial.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import type { OperationRecords } from "../records.ts";
import { nextNonce } from "./nonce.ts";
import { withStep } from "./step-state.ts";

export interface TransactionToSign {
  call: CallRequest;
  gasLimit: bigint;
  fee: FeeLevel;
  /** Asked when everything is ready for the key; rejects when it may not be signed after all. */
  release: () => Promise<void>;
}

/**
 * Gives the step its nonce and signs it, one transaction of an account at a time. The bytes are in the record,
 * which says `running` from then on, before anybody can send them.
 */
export async function signTransaction(
  deps: OperationsDependencies,
  records: OperationRecords,
  serial: Serial,
  access: ChainAccess,
  account: Account,
  operation: Operation,
  place: number,
  { call, gasLimit, fee, release }: TransactionToSign,
): Promise<Operation> {
  return serial(`nonce:${operation.chainId}:${account.address.toLowerCase()}`, async () => {
    const step = operation.steps[place];
    if (!step || step.attempts.length > 0) throw new WeirError("operation/state", { state: operation.state });
    const nonce = await nextNonce(access, account.address, await records.all());
    const signer = await deps.signers.signerFor(account);
    await release();
    const signing = await records.save(withStep(operation, place, { state: "signing" }));
    const { hash, raw } = await signer.signTransaction({
      chainId: operation.chainId,
      nonce,
      to: call.to,
      data: call.data,
      value: call.value,
      gasLimit,
      ...fee,
    });
    const signedAt = deps.clock.nowSeconds();
    return records.save({
      ...withStep(signing, place, {
        state: "signed",
        attempts: [{ purpose: "original", hash, raw, nonce, fee, signedAt }],
      }),
      state: "running",
    });
  });
}
