import type { Account } from "../../core/account/account.ts";
import { decodeStanding, standingRead } from "../../core/allowance/standing-reads.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { PermitStep } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { planIntent } from "../plan/plan-intent.ts";
import { freshStep } from "./step-state.ts";

/**
 * Anybody who saw a permit's signature can hand it in first; the call with the permit then fails although its
 * allowance is there (lido-dao issue 803). Then the plain call does: the operation with its plan, or undefined when
 * the allowance is missing and the failure is another one.
 */
export async function planWithoutPermit(
  deps: OperationsDependencies,
  access: ChainAccess,
  account: Account,
  operation: Operation,
  permit: PermitStep,
): Promise<Operation | undefined> {
  const { intent } = operation;
  if (intent.kind !== "redeem" || !permit.token.address) return undefined;
  const pair = { owner: account.address, token: permit.token.address, spender: permit.spender };
  const read = standingRead("erc20", pair, "allowance");
  const answered = await access.readMany({ reads: [read], native: [] });
  const allowance = decodeStanding("erc20", answered?.answers.get("allowance"))?.amount ?? 0n;
  if (allowance < permit.amount) return undefined;
  const plan = await planIntent(deps, operation.chainId, account, { ...intent, approval: "approve" });
  return { ...operation, plan, steps: plan.steps.map(freshStep) };
}
