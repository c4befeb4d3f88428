import type { AccountList } from "../../../core/account/account.ts";
import { isCritical } from "../../../core/device/second-factor.ts";
import type { Operation } from "../../../core/operation/operation.ts";
import { isSignatureStep } from "../../../core/staking/plan.ts";

/** How often a Ledger will ask for what is left of an operation: once for each step that is not done. */
export function asksLeft({ plan, steps }: Pick<Operation, "plan" | "steps">): number {
  return plan.steps.filter((planned, place) => {
    const step = steps[place];
    const done = step?.state === "signed" && isSignatureStep(planned);
    return !done && (step?.attempts.length ?? 0) === 0;
  }).length;
}

/** What a Ledger has to do with an operation: sign it, or confirm as second factor what another account signs. */
export function partOfLedger(
  operation: Pick<Operation, "accountId" | "intent"> | undefined,
  list: Pick<AccountList, "accounts" | "secondFactorId"> | undefined,
): "signs" | "confirms" | undefined {
  const account = list?.accounts.find((each) => each.id === operation?.accountId);
  if (operation === undefined || account === undefined || account.kind === "watch") return undefined;
  if (account.kind === "ledger") return "signs";
  return list?.secondFactorId !== undefined && isCritical(operation.intent) ? "confirms" : undefined;
}

/** Whether an error came of working with a device, so that approving again goes on where it stopped. */
export const isOfDevice = (error: { readonly code: string } | undefined): boolean =>
  error?.code.startsWith("device/") === true;
