import type { Operation, StepRecord } from "../../../core/operation/operation.ts";
import { isSiteIntent } from "../../../core/staking/intent.ts";
import { type Effect, isSignatureStep } from "../../../core/staking/plan.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { BadgeState } from "../../ui/Badge.tsx";

/** What the list sorts operations by: is something still to come? */
export type OperationGroup = "draft" | "waiting" | "done" | "failed";

const groups: Record<Operation["state"], OperationGroup> = {
  planned: "draft",
  approved: "waiting",
  running: "waiting",
  confirmed: "done",
  failed: "failed",
  rejected: "failed",
  cancelled: "failed",
};

/** A step whose transaction was signed and of which the network has not decided. */
const isOpen = (step: StepRecord): boolean =>
  step.attempts.length > 0 && step.confirmedHash === undefined && step.final !== true;

/** The group of an operation. One that failed for now but whose transaction may still land is waiting. */
export function operationGroup(operation: Operation): OperationGroup {
  const group = groups[operation.state];
  if (group === "failed" && operation.state === "failed" && operation.steps.some(isOpen)) return "waiting";
  // A draft whose first transaction is on the chain already goes on when it is confirmed again.
  return group;
}

/** Whether a transaction of it waits that could be sped up or cancelled. */
export function hasWaitingTransaction(operation: Operation): boolean {
  return operationGroup(operation) === "waiting" && operation.steps.some(isOpen);
}

const negative = (effect: Effect): boolean => effect.change < 0n;
const positive = (effect: Effect): boolean => effect.change > 0n;

/** What the operation changes most plainly: what arrives of a claim, what leaves otherwise. Undefined when nothing does. */
export function mainEffect({ intent, plan }: Pick<Operation, "intent" | "plan">): Effect | undefined {
  return intent.kind === "claim" ? plan.effects.find(positive) : plan.effects.find(negative);
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "");
}

/** Whether the operation's transaction is handed to the site, which sends it or not (eth_signTransaction). */
export function isHandedOut({ intent }: Pick<Operation, "intent">): boolean {
  return intent.kind === "site-transaction" && intent.signOnly === true;
}

/** The operation's name in words. */
export function operationTitle(
  operation: Pick<Operation, "intent" | "plan">,
  { t }: Pick<Translator, "t">,
): string {
  const { intent, plan } = operation;
  switch (intent.kind) {
    case "convert": {
      const [from, to] = [plan.effects.find(negative), plan.effects.find(positive)];
      if (from === undefined || to === undefined) return t("operation.kind-convert-plain");
      return t("operation.kind-convert", { from: from.asset.symbol, to: to.asset.symbol });
    }
    case "claim":
      return t("operation.kind-claim", { count: intent.ids.length });
    case "revoke":
      return t("operation.kind-revoke", { count: intent.items.length });
    case "site-calls":
      return t("operation.kind-site-calls", { count: intent.calls.length, host: hostOf(intent.origin) });
    case "site-transaction":
      return isHandedOut({ intent })
        ? t("operation.kind-sign-only", { host: hostOf(intent.origin) })
        : t("operation.kind-site-transaction", { host: hostOf(intent.origin) });
    default:
      return isSiteIntent(intent)
        ? t(`operation.kind-${intent.kind}`, { host: hostOf(intent.origin) })
        : t(`operation.kind-${intent.kind}`);
  }
}

/** The state in words with the badge that goes with it. */
export function operationState(
  operation: Operation,
  { t }: Pick<Translator, "t">,
): { badge: BadgeState; label: string } {
  const { state, steps } = operation;
  if (operationGroup(operation) === "waiting") {
    if (steps.some((step) => isOpen(step) && step.attempts.some((each) => each.broadcastAt !== undefined))) {
      return { badge: "current", label: t("operation.state-sent") };
    }
    if (steps.some((step) => step.state === "signing")) {
      return { badge: "current", label: t("operation.state-signing") };
    }
    return {
      badge: "current",
      label: t(state === "approved" ? "operation.state-approved" : "operation.state-running"),
    };
  }
  if (state === "confirmed" && isHandedOut(operation)) {
    return { badge: "done", label: t("operation.state-handed") };
  }
  if (state === "confirmed" && operation.plan.steps.every(isSignatureStep)) {
    return { badge: "done", label: t("operation.state-signed") };
  }
  const badges: Record<Operation["state"], BadgeState> = {
    planned: "waiting",
    approved: "current",
    running: "current",
    confirmed: "done",
    failed: "failed",
    rejected: "paused",
    cancelled: "paused",
  };
  return { badge: badges[state], label: t(`operation.state-${state}`) };
}
