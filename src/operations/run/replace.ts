import type { Account } from "../../core/account/account.ts";
import { sameAddress } from "../../core/account/address.ts";
import type { UnsignedTransaction } from "../../core/chain/access.ts";
import { signerOf, transactionOf } from "../../core/chain/transaction-bytes.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Attempt, FeeLevel, Operation } from "../../core/operation/operation.ts";
import type { RunParts } from "./advance.ts";
import { sendBytes } from "./send-bytes.ts";
import { lastAttempt, waitingTransaction, withoutError, withStep } from "./step-state.ts";

/** Nodes ask for 10 % more, some for 12.5 %: an eighth, rounded up. */
const raised = (fee: bigint) => fee + (fee + 7n) / 8n;
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

/** Fees that replace `old` in a node's pool and are not below what the network asks for speed now. */
export function replacementFee(old: FeeLevel, fast: FeeLevel): FeeLevel {
  return {
    maxFeePerGas: larger(raised(old.maxFeePerGas), fast.maxFeePerGas),
    maxPriorityFeePerGas: larger(raised(old.maxPriorityFeePerGas), fast.maxPriorityFeePerGas),
  };
}

/** The transaction to sign in place of the waiting one: the same nonce always. */
function replacement(
  purpose: "speed-up" | "cancel",
  operation: Operation,
  original: Attempt,
  fee: FeeLevel,
): UnsignedTransaction {
  const { chainId } = operation;
  const { nonce } = original;
  if (purpose === "cancel") {
    return { chainId, nonce, to: operation.account, data: "0x", value: 0n, gasLimit: 21_000n, ...fee };
  }
  // The bytes lie in storage.local: only what this account itself signed is a pattern to sign again.
  // And that for this very place: an older payment of its own would be made a second time.
  const pattern = transactionOf(original.raw);
  const isThis = pattern.chainId === chainId && pattern.nonce === nonce;
  if (!isThis || !sameAddress(signerOf(original.raw), operation.account)) {
    throw new WeirError("operation/not-approved", {});
  }
  return { ...pattern, ...fee };
}

/**
 * Signs and sends a replacement of the waiting transaction: the same call with higher fees, or an empty one to
 * oneself. Also takes up a dropped one again. Whichever lands decides. Stored before it is sent. Rejects
 * operation/nothing-to-replace when nothing waits. The caller holds the operation's queue.
 */
export async function replace(
  { deps, records }: RunParts,
  operation: Operation,
  account: Account,
  purpose: "speed-up" | "cancel",
): Promise<Operation> {
  const place = waitingTransaction(operation);
  const step = operation.steps[place];
  const last = step && lastAttempt(step);
  const original = step?.attempts[0];
  if (!step || !last || !original) throw new WeirError("operation/nothing-to-replace", {});
  // A record that names another account than it is of would have that one pay what this one did.
  if (!sameAddress(account.address, operation.account)) throw new WeirError("operation/not-approved", {});
  const access = deps.access(operation.chainId);
  for (const { hash } of step.attempts) {
    if (await access.receipt(hash)) throw new WeirError("operation/nothing-to-replace", {});
  }
  if ((await access.nonces(operation.account)).latest > last.nonce) {
    throw new WeirError("operation/nothing-to-replace", {});
  }
  const fee = replacementFee(last.fee, (await access.fees()).fast);
  const signer = await deps.signers.signerFor(account, operation.id);
  const { hash, raw } = await signer.signTransaction(replacement(purpose, operation, original, fee));
  const signedAt = deps.clock.nowSeconds();
  const stored = await records.save({
    ...withoutError(
      withStep(operation, place, {
        state: "signed",
        attempts: [...step.attempts, { purpose, hash, raw, nonce: last.nonce, fee, signedAt }],
        doubts: { refusals: 0 },
      }),
    ),
    state: "running",
  });
  return sendBytes(deps, records, access, stored, place, hash);
}
