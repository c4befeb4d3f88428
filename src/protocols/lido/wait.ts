import { mulDivCeil } from "../../core/amount/ratio.ts";
import type { ExpectedTime } from "../../core/staking/position.ts";
import type { Log, LogQuery } from "../../core/staking/protocol.ts";
import type { UnixSeconds } from "../../core/staking/units.ts";
import { decodedLog, eventTopic } from "./abi.ts";
import { queueAddress, reportSeconds } from "./facts.ts";
import type { LidoState, QueuePace } from "./state.ts";

const WINDOW = 7 * 86_400;

/** The queue's payouts of late, whoever's they are. */
export function finalisationLogs(): LogQuery {
  return { address: queueAddress, topics: [eventTopic("queue", "WithdrawalsFinalized")] };
}

/** How much the queue paid over the last 7 days; undefined when it paid nothing. */
export function measurePace(logs: readonly Log[], now: UnixSeconds): QueuePace | undefined {
  let paid = 0n;
  let from = now;
  let observations = 0;
  for (const log of logs) {
    const event = decodedLog("queue", "WithdrawalsFinalized", log);
    if (event === undefined) continue;
    const at = Number(event.getValue("timestamp"));
    if (at > now || at < now - WINDOW) continue;
    paid += event.getValue("amountOfETHLocked");
    from = Math.min(from, at);
    observations += 1;
  }
  if (observations === 0 || paid === 0n) return undefined;
  // The first payout of the window covers what waited since the report before it.
  return { paid, from: Math.max(0, from - reportSeconds), to: now, observations };
}

/** Wei that are paid before a request is: by its place in the queue, all requests taken as equally large. */
function etherAhead(state: LidoState, id: bigint): bigint {
  const waiting = state.lastRequestId - state.lastFinalizedId;
  if (waiting <= 0n) return 0n;
  return mulDivCeil(state.unfinalizedEther, id - state.lastFinalizedId, waiting);
}

/**
 * When `ether` wei of queue will be paid at the pace of the last days. The range ends at twice that time and one
 * report (payouts come with reports, about daily). Never before `now`.
 */
function expectedAfter(state: LidoState, ether: bigint, now: UnixSeconds): ExpectedTime {
  if (state.bunker) return { basis: "bunker" };
  if (state.queuePaused) return { basis: "paused" };
  const { pace } = state;
  if (pace === undefined || pace.paid === 0n || pace.to <= pace.from) return { basis: "unknown" };
  const seconds = mulDivCeil(ether, BigInt(pace.to - pace.from), pace.paid);
  // Past ten years the queue does not move in any useful sense.
  if (seconds > 315_360_000n) return { basis: "unknown" };
  const wait = Number(seconds);
  return { earliest: now + wait, latest: now + 2 * wait + reportSeconds, basis: "recent-finalisations" };
}

/** When an open request will be ready, seen at `now`. */
export function expectedForRequest(state: LidoState, id: bigint, now: UnixSeconds): ExpectedTime {
  return expectedAfter(state, etherAhead(state, id), now);
}

/** When a request of `amount` wei made now would be ready. */
export function expectedForNew(state: LidoState, amount: bigint, now: UnixSeconds): ExpectedTime {
  return expectedAfter(state, state.unfinalizedEther + amount, now);
}
