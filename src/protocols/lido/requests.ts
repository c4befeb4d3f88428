import type { Address } from "../../core/account/account.ts";
import type { Redemption } from "../../core/staking/position.ts";
import type { Read, ReadAnswers } from "../../core/staking/protocol.ts";
import { decoded, read } from "./abi.ts";
import { native, id as protocolId } from "./facts.ts";
import { accountKeys, statusRead } from "./read.ts";
import type { LidoState } from "./state.ts";
import { expectedForRequest } from "./wait.ts";

interface Status {
  amount: bigint;
  owner: string;
  requestedAt: number;
  finalized: boolean;
  claimed: boolean;
}

function statusOf(answers: ReadAnswers, id: bigint): Status | undefined {
  const status = decoded("queue", "getWithdrawalStatus", answers.get(`status:${id}`))?.[0]?.[0];
  if (status === undefined) return undefined;
  return {
    amount: status.amountOfStETH,
    owner: String(status.owner).toLowerCase(),
    requestedAt: Number(status.timestamp),
    finalized: status.isFinalized,
    claimed: status.isClaimed,
  };
}

/** Ids in the accounts' lists, and known open ones whatever list they are in now; ascending, as hints want them. */
function idsToFollow(
  accounts: readonly Address[],
  known: readonly Redemption[],
  answers: ReadAnswers,
): bigint[] {
  const ids = new Set<bigint>();
  for (const account of accounts) {
    const listed = decoded("queue", "getWithdrawalRequests", answers.get(accountKeys(account).requests));
    for (const id of listed?.[0] ?? []) ids.add(id);
  }
  for (const one of known) if (one.state !== "claimed") ids.add(BigInt(one.id));
  return [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

interface Followed {
  redemptions: Redemption[];
  more: Read[];
}

/** What the queue says about the accounts' requests. New ones need a second round, newly final ones up to two more. */
export function followRequests(input: {
  accounts: readonly Address[];
  known: readonly Redemption[];
  answers: ReadAnswers;
  state: LidoState;
}): Followed {
  const { accounts, known, answers, state } = input;
  const mine = new Map(accounts.map((account) => [account.toLowerCase(), account]));
  const before = new Map(known.map((one) => [one.id, one]));
  const more: Read[] = [];
  const redemptions: Redemption[] = [];
  const hintless: bigint[] = [];
  for (const id of idsToFollow(accounts, known, answers)) {
    const read = statusRead(id);
    if (!answers.has(read.key)) {
      more.push(read);
      continue;
    }
    const status = statusOf(answers, id);
    const account = status && mine.get(status.owner);
    // No status: the block that made the request is gone. Another owner: it was given away.
    if (status === undefined || account === undefined) continue;
    const earlier = before.get(id.toString());
    const base = {
      protocol: protocolId,
      account,
      id: id.toString(),
      amount: status.amount,
      asset: native,
      requestedAt: status.requestedAt,
    };
    if (status.claimed) {
      redemptions.push({
        ...base,
        state: "claimed",
        ...(earlier?.claimable !== undefined && { claimable: earlier.claimable }),
        claimedAt: earlier?.claimedAt ?? state.at,
        expected: { basis: "ready" },
      });
    } else if (status.finalized) {
      const payout = payoutOf(answers, id, earlier);
      if (payout.wanted === "hint") hintless.push(id);
      else if (payout.wanted !== undefined) more.push(payout.wanted);
      redemptions.push({
        ...base,
        state: "ready",
        ...(payout.hint !== undefined && { extra: payout.hint.toString() }),
        ...(payout.claimable !== undefined && { claimable: payout.claimable }),
        expected: { basis: "ready" },
      });
    } else {
      redemptions.push({ ...base, state: "queued", expected: expectedForRequest(state, id, state.at) });
    }
  }
  if (hintless.length > 0) more.push(...hintReads(hintless, state));
  return { redemptions, more: more.filter((one) => !answers.has(one.key)) };
}

/** findCheckpointHints from index 1 to the last; ids ascend (else RequestIdsNotSorted). */
function hintReads(ids: readonly bigint[], state: LidoState): Read[] {
  return ids.map((id) =>
    read(`hint:${id}`, "queue", "findCheckpointHints", [[id], 1n, state.lastCheckpointIndex]),
  );
}

/** What a final request pays and the hint that proves it: as known, or the next read that tells. */
function payoutOf(
  answers: ReadAnswers,
  id: bigint,
  earlier: Redemption | undefined,
): { hint?: bigint; claimable?: bigint; wanted?: Read | "hint" } {
  // A final request's payout never changes: it was fixed by the checkpoint.
  if (earlier?.state === "ready" && earlier.extra !== undefined && earlier.claimable !== undefined) {
    return { hint: BigInt(earlier.extra), claimable: earlier.claimable };
  }
  if (!answers.has(`hint:${id}`)) return { wanted: "hint" };
  const hint: bigint | undefined = decoded(
    "queue",
    "findCheckpointHints",
    answers.get(`hint:${id}`),
  )?.[0]?.[0];
  // 0 = not found.
  if (hint === undefined || hint === 0n) return {};
  const wanted = read(`claimable:${id}`, "queue", "getClaimableEther", [[id], [hint]]);
  if (!answers.has(wanted.key)) return { hint, wanted };
  const claimable: bigint | undefined = decoded(
    "queue",
    "getClaimableEther",
    answers.get(wanted.key),
  )?.[0]?.[0];
  return claimable === undefined ? { hint } : { hint, claimable };
}
