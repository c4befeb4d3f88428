import type { Account } from "../../core/account/account.ts";
import { encodeApprove } from "../../core/asset/erc20.ts";
import type { CallRequest } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { Plan, PlanStep } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { planningFacts } from "../plan/planning-facts.ts";
import { freshStep, nextStep } from "../run/step-state.ts";

/** The calls of what is still to be done, for the simulation. */
export interface Rehearsal {
  /** The operation; with a fresh plan when it begins with a permit, whose nonce and deadline must be the newest. */
  operation: Operation;
  calls: CallRequest[];
  permitAsApproval: boolean;
}

/** A call or approve step as a call; other kinds have no call of their own. */
export function callOf(step: PlanStep, from: `0x${string}`): CallRequest | undefined {
  if (step.kind === "call") return { from, to: step.to, data: step.data, value: step.value };
  if (step.kind === "approve" && step.token.address) {
    return { from, to: step.token.address, data: encodeApprove(step.spender, step.amount), value: 0n };
  }
  return undefined;
}

function callsOf(plan: Plan, from: `0x${string}`, start = 0): CallRequest[] {
  return plan.steps.slice(start).flatMap((step) => callOf(step, from) ?? []);
}

/**
 * What to simulate. A permit cannot be simulated before it is signed, so the plan with an approval of the same
 * amount stands in for it. Rejects with what keeps the protocol from planning it now.
 */
export async function rehearse(
  deps: OperationsDependencies,
  operation: Operation,
  account: Account,
): Promise<Rehearsal> {
  const { plan, intent, chainId } = operation;
  const start = Math.max(0, nextStep(operation));
  const permits = plan.steps.slice(start).some((step) => step.kind === "permit");
  const begun = operation.steps.some((step) => step.attempts.length > 0);
  if (!permits || begun)
    return { operation, calls: callsOf(plan, account.address, start), permitAsApproval: false };
  if (intent.kind !== "redeem") throw new WeirError("operation/state", { state: operation.state });
  const protocol = deps.protocols.byId(intent.protocol);
  if (!protocol) throw new WeirError("staking/unknown-protocol", { protocol: intent.protocol });
  const facts = await planningFacts({
    access: deps.access(chainId),
    protocol,
    account: account.address,
    intent,
    snapshot: await deps.snapshots.get(chainId),
    now: deps.clock.nowSeconds(),
  });
  const fresh = protocol.plan(intent, facts.state, facts.context);
  const standIn = protocol.plan({ ...intent, approval: "approve" }, facts.state, facts.context);
  return {
    operation: { ...operation, plan: fresh, steps: fresh.steps.map(freshStep) },
    calls: callsOf(standIn, account.address),
    permitAsApproval: fresh.steps.some((step) => step.kind === "permit"),
  };
}
