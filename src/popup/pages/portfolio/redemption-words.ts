import { expectedAt } from "../../../core/staking/expected-time.ts";
import type { Redemption } from "../../../core/staking/position.ts";
import type { UnixSeconds } from "../../../core/staking/units.ts";
import type { Translator } from "../../i18n/translator.ts";

/** A redemption's time in words: when, and on what that rests. */
export interface RedemptionTime {
  when: string;
  basis: string | undefined;
  /** Share of the expected wait that is over, 0 to 1; undefined where no end can be said. */
  progress: number | undefined;
}

type Words = Pick<Translator, "t" | "locale" | "formatDateTime">;

/** Two days as the language writes a range: "Nov 25 – 27, 2026". */
function dayRange(locale: string, from: number, to: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).formatRange(from * 1000, to * 1000);
}

/** The words at `now` (chain time). A date that has gone by is never told as one to come. */
export function redemptionTime(
  redemption: Redemption,
  now: number,
  { t, locale, formatDateTime }: Words,
): RedemptionTime {
  const nothing = { basis: undefined, progress: undefined };
  if (redemption.state === "ready") return { ...nothing, when: t("portfolio.when-ready") };
  if (redemption.state === "claimed") {
    const { claimedAt } = redemption;
    const when =
      claimedAt === undefined
        ? t("portfolio.when-claimed-unknown")
        : t("portfolio.when-claimed", { date: formatDateTime(claimedAt, "date") });
    return { ...nothing, when };
  }
  const expected = expectedAt(redemption.expected, now as UnixSeconds);
  const { earliest, latest, basis } = expected;
  if (earliest === undefined || latest === undefined) {
    const overdue = redemption.expected.latest !== undefined;
    return {
      when: t("portfolio.when-unknown"),
      basis:
        basis === "ready"
          ? undefined
          : t(overdue ? "portfolio.basis-overdue" : (`portfolio.basis-${basis}` as const)),
      progress: undefined,
    };
  }
  const day = (at: number): string => formatDateTime(at, "date");
  const [from, to] = [day(earliest), day(latest)];
  const { requestedAt } = redemption;
  return {
    when:
      from === to
        ? t("portfolio.when-on", { date: to })
        : earliest <= now
          ? t("portfolio.when-until", { date: to })
          : t("portfolio.when-between", { range: dayRange(locale, earliest, latest) }),
    basis: basis === "ready" ? undefined : t(`portfolio.basis-${basis}` as const),
    progress: latest > requestedAt ? Math.max(0, now - requestedAt) / (latest - requestedAt) : undefined,
  };
}
