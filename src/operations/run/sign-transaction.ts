import type { Account } from "../../core/account/account.ts";
import type { CallRequest, ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { FeeLevel, Operation } from "../../core/operation/operation.ts";
import type { Effect } from "../../core/staking/plan.ts";
import type { RunParts } from "./advance.ts";
import { nextNonce } from "./nonce.ts";
import { isSignOnly, withStep } from "./step-state.ts";

export interface TransactionToSign {
  call: CallRequest;
  gasLimit: bigint;
  fee: FeeLevel;
  /** What it alone is to change, where the plan has more. */
  effects?: Effect[] | undefined;
  /** Asked when everything is ready for the key; rejects when it may not be signed after all. */
  release: () => Promise<void>;
  /** Asked when the signature is there and nobody else has it; rejects when it may not be used after all. */
  keep: () => Promise<void>;
}

/**
 * Gives the step its nonce and signs it, one transaction of an account at a time. The bytes are in the record,
 * which says `running` from then on, before anybody can send them. What is signed for a site to send ends here.
 */
export async function signTransaction(
  { deps, records, approvals, works }: RunParts,
  access: ChainAccess,
  account: Account,
  operation: Operation,
  place: number,
  { call, gasLimit, fee, effects, release, keep }: TransactionToSign,
): Promise<Operation> {
  const queue = `nonce:${operation.chainId}:${account.address.toLowerCase()}`;
  return works.inTurn(queue, operation.id, async () => {
    const step = operation.steps[place];
    if (!step || step.attempts.length > 0) throw new WeirError("operation/state", { state: operation.state });
    const nonce = await nextNonce(access, account.address, await records.all());
    const signer = await deps.signers.signerFor(account, operation.id);
    await release();
    const signing = await records.save(withStep(operation, place, { state: "signing" }));
    works.requireWanted(operation.id);
    const { hash, raw } = await signer.signTransaction({
      chainId: operation.chainId,
      nonce,
      to: call.to,
      data: call.data,
      value: call.value,
      gasLimit,
      ...fee,
    });
    await keep();
    const signedAt = deps.clock.nowSeconds();
    const isEnd = isSignOnly(operation);
    const done = await records.save({
      ...withStep(signing, place, {
        state: "signed",
        attempts: [{ purpose: "original", hash, raw, nonce, fee, signedAt }],
        ...(effects === undefined ? {} : { effects }),
        ...(isEnd ? { final: true } : {}),
      }),
      state: isEnd ? "confirmed" : "running",
    });
    await approvals.spend(done, place);
    return done;
  });
}
