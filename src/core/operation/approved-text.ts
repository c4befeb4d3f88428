import { toWire, type Wire } from "../wire/wire.ts";
import type { Operation } from "./operation.ts";

/** JSON with keys in one order, so that a record read back from storage gives the same text. */
function canonical(value: Wire): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`);
  return `{${parts.join(",")}}`;
}

/** What an approval is about: who signs what for whom. Fees and progress change on the way and are not in it. */
export function approvedText(operation: Operation): string {
  const { id, chainId, accountId, account, origin, intent, plan } = operation;
  return canonical(toWire({ id, chainId, accountId, account, origin, intent, plan }));
}
