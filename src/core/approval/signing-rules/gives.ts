import type { Meaning } from "../meaning/meaning.ts";

/** Whether somebody gets something by this. */
export function gives(meanings: readonly Meaning[]): boolean {
  return meanings.some(
    (each) =>
      each.kind === "transfer" ||
      each.kind === "order" ||
      each.kind === "delegation" ||
      (each.kind === "approval" && each.amount > 0n),
  );
}
