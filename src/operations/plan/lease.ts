import type { AllowanceForm, Meaning } from "../../core/approval/meaning/meaning.ts";
import { meaningsOfTypedData, readTypedData } from "../../core/approval/meaning/typed-data.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Plan, PlanStep } from "../../core/staking/plan.ts";
import { meaningsOf } from "../preview/named-approvals.ts";

const DAY_SECONDS = 86_400;
/** Permit2's rights end by themselves, but one that does so in years stays as good as for ever. */
const LONG_SECONDS = 366 * DAY_SECONDS;
/** Rights that stay until somebody ends them. */
const endless: readonly AllowanceForm[] = ["approve", "increase", "permit", "dai-permit", "operator"];

function meaningsOfStep(step: PlanStep): Meaning[] {
  if (step.kind === "call") return meaningsOf([step]);
  if (step.kind === "typed-data") return meaningsOfTypedData(readTypedData(step.json));
  return [];
}

function staysAfter(each: Meaning, now: number): boolean {
  if (each.kind !== "approval" || each.amount <= 0n) return false;
  const isLong = each.form === "permit2-allowance" && (each.until ?? 0n) > BigInt(now + LONG_SECONDS);
  return isLong || endless.includes(each.form);
}

function givesEndlessly(step: PlanStep, now: number): boolean {
  if (step.kind === "approve" || step.kind === "permit") return step.amount > 0n;
  return meaningsOfStep(step).some((each) => staysAfter(each, now));
}

/**
 * When the wallet is to offer to end what the plan gives, Unix seconds; undefined when nothing of it stays: staking plans
 * use up their allowances themselves.
 */
export function leaseEnd(intent: Intent, plan: Plan, now: number, leaseDays: number): number | undefined {
  if ("protocol" in intent || intent.kind === "send") return undefined;
  if (!plan.steps.some((step) => givesEndlessly(step, now))) return undefined;
  const end = now + leaseDays * DAY_SECONDS;
  return intent.kind === "site-approval" ? Math.min(end, intent.until) : end;
}

/** The operation with an end for what its plan gives, where it has none yet: another plan may give what stays. */
export function withLease(operation: Operation, now: number, leaseDays: number): Operation {
  if (operation.leaseUntil !== undefined) return operation;
  const leaseUntil = leaseEnd(operation.intent, operation.plan, now, leaseDays);
  return leaseUntil === undefined ? operation : { ...operation, leaseUntil };
}

/**
 * The operation whose grants are to end at `until`: where the end is part of what is signed, with another intent. Throws
 * operation/state when it gives nothing that stays, message/invalid for an end that is past.
 */
export function withEnd(operation: Operation, until: number, now: number): Operation {
  const { intent, leaseUntil, state } = operation;
  if (until <= now) throw new WeirError("message/invalid", { name: "operations.setEnd" });
  if (intent.kind === "site-approval") {
    return {
      ...operation,
      intent: { ...intent, until },
      ...(leaseUntil === undefined ? {} : { leaseUntil: until }),
    };
  }
  if (leaseUntil === undefined) throw new WeirError("operation/state", { state });
  return { ...operation, leaseUntil: until };
}
