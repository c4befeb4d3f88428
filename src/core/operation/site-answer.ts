import type { PlanStep, SignatureParts } from "../staking/plan.ts";
import type { Operation } from "./operation.ts";

/** 65 bytes: r, s, v. */
function bytesOf({ r, s, v }: SignatureParts): string {
  return `${r}${s.slice(2)}${v.toString(16)}`;
}

/** An amount as JSON-RPC has it: hex without leading zeros, which no reader rounds. */
const quantity = (amount: bigint): string => `0x${amount.toString(16)}`;

/** What weir_requestLstApproval tells of a step's grant (docs/sites.md); undefined before it is given. */
function grantOf(operation: Operation, step: PlanStep | undefined, hash: string | undefined): unknown {
  const signature = operation.steps[0]?.signature;
  if (operation.intent.kind !== "site-approval") return undefined;
  const { intent } = operation;
  if (step?.kind === "approve") {
    const until = operation.leaseUntil ?? intent.until;
    return hash && { form: "approve", amount: quantity(step.amount), until, hash };
  }
  if (!signature) return undefined;
  if (step?.kind === "permit") {
    const { amount, deadline, nonce } = step;
    return {
      form: "permit",
      amount: quantity(amount),
      until: Number(deadline),
      nonce: quantity(nonce),
      signature: bytesOf(signature),
      v: signature.v,
      r: signature.r,
      s: signature.s,
    };
  }
  if (step?.kind !== "typed-data") return undefined;
  const permit = JSON.parse(step.json).message;
  return {
    form: "permit2",
    amount: quantity(BigInt(permit.details.amount)),
    until: Number(permit.details.expiration),
    signature: bytesOf(signature),
    permit,
  };
}

/**
 * What a site gets for its operation as soon as there is something: the transaction's hash once it is sent, the signed
 * bytes, a signature (65 bytes: r, s, v), the bundle's id once approved (EIP-5792), or what weir_requestLstApproval
 * grants. Plain JSON. undefined: nothing yet.
 */
export function siteAnswer(operation: Operation): unknown {
  const { intent, plan, steps, state } = operation;
  const sent = steps.map((step) =>
    step.attempts.find((each) => each.purpose === "original" && each.broadcastAt !== undefined),
  );
  const signature = steps[0]?.signature;
  switch (intent.kind) {
    case "site-transaction":
      return intent.signOnly ? steps[0]?.attempts[0]?.raw : sent.at(-1)?.hash;
    case "site-message":
    case "site-typed-data":
      return signature && bytesOf(signature);
    case "site-calls": {
      const begun = state === "approved" || steps.some((step) => step.attempts.length > 0);
      return begun ? { id: intent.bundleId } : undefined;
    }
    case "site-approval":
      return grantOf(operation, plan.steps[0], sent[0]?.hash);
    default:
      return undefined;
  }
}
