import type { Allowance } from "../core/allowance/allowance.ts";

/** Above this an allowance is without limit in all but name. */
const unlimitedFrom = 2n ** 128n;
/** Permit2 counts in 160 bits; its largest amount means without limit. */
const permit2Unlimited = 2n ** 160n - 1n;

/** Whether the amount is what people call unlimited. */
export function isUnlimited({ amount, form }: Pick<Allowance, "amount" | "form">): boolean {
  return form === "permit2" ? amount === permit2Unlimited : amount >= unlimitedFrom;
}

/**
 * How much an allowance should worry: a spender without code could be anybody's key; an unlimited right in an unknown
 * contract outlives every check of it; a known protocol's bounded one is as it should be.
 */
export function riskOf(
  allowance: Pick<Allowance, "amount" | "form" | "balance" | "spenderKind" | "expiresAt">,
  nowSeconds: number,
): Allowance["risk"] {
  const { amount, balance, spenderKind, expiresAt } = allowance;
  if (amount === 0n || spenderKind === "own") return "none";
  if (expiresAt !== undefined && expiresAt <= nowSeconds) return "none";
  if (spenderKind === "plain") return "high";
  const excessive =
    allowance.form === "operator" || isUnlimited(allowance) || (balance !== undefined && amount > balance);
  if (spenderKind === "protocol") return excessive ? "medium" : "low";
  return excessive && isUnlimited(allowance) ? "high" : excessive ? "medium" : "low";
}
