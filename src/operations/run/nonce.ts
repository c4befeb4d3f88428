import type { Address } from "../../core/account/account.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { isSignOnly } from "./step-state.ts";

/**
 * The nonce for the account's next transaction: behind everything the node has mined or holds, and behind our own
 * signed transactions that it may not know yet. One that every node dropped (operation failed) holds no place, so
 * that a new attempt takes the same nonce and only one of the two can ever land. Nor does one that was signed for a site
 * to send, which it may never do.
 */
export async function nextNonce(
  access: ChainAccess,
  account: Address,
  operations: readonly Operation[],
): Promise<number> {
  const { latest, pending } = await access.nonces(account);
  let next = Math.max(latest, pending);
  for (const operation of operations) {
    if (operation.chainId !== access.chainId || operation.state === "failed") continue;
    if (isSignOnly(operation)) continue;
    if (operation.account.toLowerCase() !== account.toLowerCase()) continue;
    for (const step of operation.steps) {
      for (const { nonce } of step.attempts) next = Math.max(next, nonce + 1);
    }
  }
  return next;
}
