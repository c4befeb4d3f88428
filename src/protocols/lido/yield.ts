import type { MeasuredYield } from "../../core/staking/position.ts";
import type { Log, LogQuery } from "../../core/staking/protocol.ts";
import type { UnixSeconds } from "../../core/staking/units.ts";
import { decodedLog, eventTopic } from "./abi.ts";
import { stEthAddress } from "./facts.ts";

const WINDOW = 7 * 86_400;
const YEAR = 31_536_000n;
const PRECISION = 10n ** 27n;
/** The protocol caps a report's growth far below; a step of a tenth in one report is a false answer. */
const LARGEST_STEP = PRECISION / 10n;
const HIGHEST_PPM = 1_000_000n;

/** The oracle's reports. */
export function reportLogs(): LogQuery {
  return { address: stEthAddress, topics: [eventTopic("stEth", "TokenRebased")] };
}

interface Report {
  at: number;
  elapsed: bigint;
  /** Growth of the share rate, 27 decimals, rounded down. */
  growth: bigint;
}

function reportOf(log: Log): Report | "implausible" | undefined {
  const event = decodedLog("stEth", "TokenRebased", log);
  if (event === undefined) return undefined;
  const value = (name: string): bigint => event.getValue(name);
  const preShares = value("preTotalShares");
  const postShares = value("postTotalShares");
  const elapsed = value("timeElapsed");
  if (preShares === 0n || postShares === 0n || elapsed === 0n) return "implausible";
  const pre = (value("preTotalEther") * PRECISION) / preShares;
  const post = (value("postTotalEther") * PRECISION) / postShares;
  if (pre === 0n) return "implausible";
  const growth = ((post - pre) * PRECISION) / pre;
  if (growth > LARGEST_STEP || growth < -LARGEST_STEP) return "implausible";
  return { at: Number(value("reportTimestamp")), elapsed, growth };
}

/**
 * Simple yearly rate of the reports in the last 7 days: growth summed ÷ time summed. A report's rates are
 * totalEther × 1e27 ÷ totalShares before and after it (lidofinance/docs, docs/integrations/api.md). Negative after a
 * slashing. Undefined when there is no report or the figures cannot be right: a yield is hidden rather than absurd.
 */
export function measureYield(logs: readonly Log[], now: UnixSeconds): MeasuredYield | undefined {
  const reports = new Map<number, Report>();
  for (const log of logs) {
    const report = reportOf(log);
    if (report === "implausible") return undefined;
    if (report !== undefined && report.at <= now && report.at > now - WINDOW) reports.set(report.at, report);
  }
  let growth = 0n;
  let elapsed = 0n;
  let from = now;
  let to = 0;
  for (const report of reports.values()) {
    growth += report.growth;
    elapsed += report.elapsed;
    from = Math.min(from, report.at - Number(report.elapsed));
    to = Math.max(to, report.at);
  }
  if (elapsed === 0n || from < 0) return undefined;
  const ppm = (growth * YEAR * 1_000_000n) / (elapsed * PRECISION);
  if (ppm > HIGHEST_PPM) return undefined;
  return { ratePpm: Number(ppm), from, to, method: "reports", observations: reports.size };
}
