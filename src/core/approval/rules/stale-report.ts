import { type Rule, remark } from "../facts.ts";

/** Daily reports arrive a little late now and then. */
const MOST_SECONDS = 25 * 3_600;

/** The protocol's oracle has not reported for more than a day: the rate may no longer be what the stake is worth. */
export const staleReport: Rule = {
  id: "stale-report",
  check: ({ reportAgeSeconds = 0 }) =>
    reportAgeSeconds > MOST_SECONDS ? [remark("warn", "stale-report", { ageSeconds: reportAgeSeconds })] : [],
};
