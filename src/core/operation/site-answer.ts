import type { Operation } from "./operation.ts";

/**
 * What a site gets for its operation as soon as there is something: the transaction's hash once it is sent, the signed bytes,
 * a signature (65 bytes: r, s, v), the bundle's id once approved (EIP-5792), or what weir_requestLstApproval grants.
 * undefined: nothing yet.
 */
export function siteAnswer(operation: Operation): unknown {
  const { intent, plan, steps } = operation;
  const sent = steps.map((step) =>
    step.attempts.find((each) => each.purpose === "original" && each.broadcastAt !== undefined),
  );
  const first = steps[0]?.signature;
  const signature = first && `${first.r}${first.s.slice(2)}${first.v.toString(16)}`;
  switch (intent.kind) {
    case "site-transaction":
      return intent.signOnly ? steps[0]?.attempts[0]?.raw : sent.at(-1)?.hash;
    case "site-message":
    case "site-typed-data":
      return signature;
    case "site-calls":
      return operation.state === "planned" ? undefined : { id: intent.bundleId };
    case "site-approval": {
      const step = plan.steps[0];
      if (step?.kind === "approve") {
        const hash = sent[0]?.hash;
        return (
          hash && { form: "approve", amount: step.amount, until: operation.leaseUntil ?? intent.until, hash }
        );
      }
      if (step?.kind === "permit") {
        const { amount, deadline, nonce } = step;
        return signature && { form: "permit", amount, until: Number(deadline), nonce, signature };
      }
      return step?.kind === "typed-data" && signature
        ? {
            form: "permit2",
            amount: intent.amount,
            until: intent.until,
            signature,
            permit: JSON.parse(step.json).message,
          }
        : undefined;
    }
    default:
      return undefined;
  }
}
