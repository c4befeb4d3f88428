import { remark, saidBy } from "../../core/approval/facts.ts";
import { grantRules } from "../../core/approval/grant-rules.ts";
import { errorReport, type WeirError } from "../../core/errors/index.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { networkOf } from "../plan/plan-intent.ts";
import { knownTokens } from "../plan/tokens.ts";
import { nextStep } from "../run/step-state.ts";
import { addressBook, everybody } from "./known-addresses.ts";
import { isApproval, meaningsOf } from "./named-approvals.ts";
import { rightsIn } from "./people.ts";
import { callOf } from "./rehearsal.ts";
import { stateFromData } from "./typed-data-state.ts";

/**
 * The preview of a site's transactions while no node is to be had: what the calls themselves say, and that nothing is
 * checked. It cannot be confirmed, since there is neither a fee nor a nonce.
 */
export async function previewUnchecked(
  deps: OperationsDependencies,
  operation: Operation,
  earlier: readonly Operation[],
  cause: WeirError,
): Promise<Operation & { preview: Preview }> {
  const { chainId, account, plan } = operation;
  const { native } = await networkOf(deps, chainId);
  const tokens = knownTokens(deps.protocols.onChain(chainId));
  const verified = new Set(tokens.keys());
  const book = await addressBook(deps, chainId, earlier);
  const start = Math.max(0, nextStep(operation));
  const meanings = meaningsOf(plan.steps.slice(start).flatMap((step) => callOf(step, account) ?? []));
  const { changes } = stateFromData(meanings.filter(isApproval), tokens);
  const now = deps.clock.nowSeconds();
  const remarks = [
    remark("warn", "not-checked"),
    ...saidBy(grantRules, {
      nowSeconds: now,
      ...rightsIn(changes, { tokens, verified, native, earlier }),
      recipients: [],
      known: everybody(book),
      meanings,
    }),
    ...plan.remarks,
  ];
  const preview: Preview = {
    madeAt: now,
    gasLimit: 0n,
    effects: undefined,
    allowances: changes,
    remarks,
    blocked: errorReport(cause, "operations.preview"),
  };
  return { ...operation, preview };
}
