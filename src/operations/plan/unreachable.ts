import { WeirError } from "../../core/errors/index.ts";

/** Whether no node was to be had, or none with sense; anything else is no reason to show or know less. */
export function isUnreachable(error: unknown): error is WeirError {
  return error instanceof WeirError && error.code.startsWith("chain/") && error.code !== "chain/unknown";
}
