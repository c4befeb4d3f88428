import type { Account } from "../../core/account/account.ts";
import type { TypedData } from "../../core/account/signer.ts";
import { remark } from "../../core/approval/facts.ts";
import type { Meaning } from "../../core/approval/meaning/meaning.ts";
import { meaningsOfTypedData, readTypedData } from "../../core/approval/meaning/typed-data.ts";
import { signingRemarks } from "../../core/approval/signing-rules.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import { isSignatureStep, type Remark } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { withLease } from "../plan/lease.ts";
import { networkOf, planIntent } from "../plan/plan-intent.ts";
import { knownTokens } from "../plan/tokens.ts";
import { isUnreachable } from "../plan/unreachable.ts";
import { permitTypedData } from "../run/permit-typed-data.ts";
import { freshStep } from "../run/step-state.ts";
import { blockedBy } from "./blocked.ts";
import { addressBook, everybody } from "./known-addresses.ts";
import { isApproval } from "./named-approvals.ts";
import { recipientOf, rightsIn } from "./people.ts";
import { previewTransactions } from "./preview-transactions.ts";
import { readSignedState, type SignedState, stateUnread } from "./typed-data-state.ts";

/** weir_requestLstApproval with the newest nonce, and in another form where the token now takes another. */
async function renewed(
  deps: OperationsDependencies,
  operation: Operation,
  account: Account,
): Promise<Operation> {
  if (operation.intent.kind !== "site-approval") return operation;
  try {
    const plan = await planIntent(deps, operation.chainId, account, operation.intent);
    const anew = { ...operation, plan, steps: plan.steps.map(freshStep) };
    return withLease(anew, deps.clock.nowSeconds(), (await deps.settings()).leaseDays);
  } catch (error) {
    if (isUnreachable(error)) return operation;
    throw error;
  }
}

function dataOf(operation: Operation): TypedData[] {
  return operation.plan.steps.flatMap((step) => {
    if (step.kind === "permit") return [permitTypedData(step, operation.account, operation.chainId)];
    return step.kind === "typed-data" ? [readTypedData(step.json)] : [];
  });
}

/**
 * The preview of typed data to sign: the rights it gives against what stands on the chain. Without a node the same from
 * the data alone, with a remark that nothing was checked.
 */
export async function previewTypedData(
  deps: OperationsDependencies,
  planned: Operation,
  account: Account,
  earlier: readonly Operation[],
): Promise<Operation & { preview: Preview }> {
  const operation = await renewed(deps, planned, account);
  if (!operation.plan.steps.every(isSignatureStep)) {
    return previewTransactions(deps, operation, account, earlier);
  }
  const chain = await networkOf(deps, operation.chainId);
  const access = deps.access(operation.chainId);
  const protocols = deps.protocols.onChain(operation.chainId);
  const known = knownTokens(protocols);
  const verified = new Set(known.keys());
  const book = await addressBook(deps, operation.chainId, earlier);
  const data = dataOf(operation);
  const meanings: Meaning[] = data.flatMap(meaningsOfTypedData);
  const approvals = meanings.filter(isApproval);
  const { blockSeconds, native } = chain;
  const about = { access, protocols, account: account.address, approvals, book, blockSeconds };
  const state: SignedState = await readSignedState(about).catch((error) => {
    if (isUnreachable(error)) return stateUnread(about, known);
    throw error;
  });
  const { changes, tokens, hiding, block, staleNonce } = state;
  const own = earlier.filter(({ id, account: by }) => id !== operation.id && by === operation.account);
  const now = deps.clock.nowSeconds();
  const facts = {
    nowSeconds: now,
    chainId: operation.chainId,
    account: operation.account,
    origin: operation.origin,
    meanings,
    ...rightsIn(changes, {
      tokens,
      verified,
      native,
      earlier: own,
      hiding,
      untils: approvals.map(({ until }) => until),
    }),
    recipients: await Promise.all(
      meanings.flatMap((each) =>
        each.kind === "transfer" ? [recipientOf(access, each.to, book, verified)] : [],
      ),
    ),
    known: everybody(book),
    tokens: verified,
  };
  const remarks: Remark[] = [
    ...data.flatMap((typedData) => signingRemarks({ ...facts, typedData })),
    ...(block === undefined ? [remark("warn", "not-checked")] : []),
    ...(staleNonce ? [remark("warn", "permit-nonce")] : []),
    ...operation.plan.remarks,
  ];
  const preview: Preview = {
    ...(block === undefined ? {} : { block }),
    madeAt: now,
    gasLimit: 0n,
    effects: block === undefined ? undefined : [],
    allowances: changes,
    remarks,
    blocked: blockedBy(remarks),
  };
  return { ...operation, preview };
}
