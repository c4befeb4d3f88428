import { WeirError } from "../../core/errors/index.ts";
import type { Plan, PlanStep } from "../../core/staking/plan.ts";
import type { Redemption } from "../../core/staking/position.ts";
import type { PlanContext } from "../../core/staking/protocol.ts";
import { callData } from "./abi.ts";
import { maxClaimsPerTransaction, native, id as protocolId, queueAddress } from "./facts.ts";
import { amountParams, words } from "./words.ts";

type Ready = Redemption & { claimable: bigint; extra: string };

/**
 * The requests to claim, ascending. Without ids: all that are ready. Throws staking/nothing-to-claim, and
 * staking/not-claimable for an id that is not ready or whose hint is not known.
 */
export function claimableRequests(
  redemptions: readonly Redemption[],
  ids: readonly string[],
  account?: string,
): Ready[] {
  const own = redemptions.filter(
    (one): one is Ready =>
      one.protocol === protocolId &&
      one.state === "ready" &&
      one.claimable !== undefined &&
      one.extra !== undefined &&
      (account === undefined || one.account.toLowerCase() === account.toLowerCase()),
  );
  const wanted = ids.length === 0 ? own.map((one) => one.id) : [...new Set(ids)];
  if (wanted.length === 0) throw new WeirError("staking/nothing-to-claim", {});
  return wanted
    .map((id) => {
      const found = own.find((one) => one.id === id);
      if (found === undefined) throw new WeirError("staking/not-claimable", { id });
      return found;
    })
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

export function claimTotal(requests: readonly { claimable: bigint }[]): bigint {
  return requests.reduce((sum, one) => sum + one.claimable, 0n);
}

/** claimWithdrawals(ids, hints), ids ascending; more transactions when one cannot hold them. Works while the queue is paused. */
export function planClaim(intent: { ids: readonly string[] }, context: PlanContext): Plan {
  const requests = claimableRequests(context.redemptions, intent.ids, context.account);
  const steps: PlanStep[] = [];
  const most = context.claimsPerTransaction ?? maxClaimsPerTransaction;
  for (let start = 0; start < requests.length; start += most) {
    const batch = requests.slice(start, start + most);
    steps.push({
      kind: "call",
      to: queueAddress,
      data: callData("queue", "claimWithdrawals", [
        batch.map((one) => BigInt(one.id)),
        batch.map((one) => BigInt(one.extra)),
      ]),
      value: 0n,
      words: words("step.claim", { ...amountParams(claimTotal(batch), native), requests: batch.length }),
    });
  }
  return { steps, effects: [{ asset: native, change: claimTotal(requests) }], remarks: [] };
}
