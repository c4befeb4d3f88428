import type { MeasuredYield } from "../../../core/staking/position.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { FactLine } from "./FactLine.tsx";

export interface YieldProps {
  readonly measured: MeasuredYield | undefined;
  /** Chain time of the snapshot. A window that ended long before is told with its end. */
  readonly now: number;
}

const daySeconds = 86_400;
/** Reports come daily and may skip a day. */
const freshSeconds = 3 * daySeconds;

/** The yearly rate with how and over which window it was measured. */
export function Yield({ measured, now }: YieldProps) {
  const { t, formatPercent, formatDuration, formatDateTime } = useI18n();
  if (measured === undefined) {
    return (
      <FactLine
        label={t("portfolio.yield")}
        value={t("portfolio.yield-none")}
        note={t("portfolio.yield-none-text")}
      />
    );
  }
  const { from, to, method, observations, ratePpm } = measured;
  const seconds = Math.max(0, to - from);
  const whole = seconds < daySeconds ? seconds : Math.round(seconds / daySeconds) * daySeconds;
  const fresh = now - to <= freshSeconds;
  const window = fresh
    ? t("portfolio.window-last", { window: formatDuration(whole) })
    : formatDuration(whole);
  const how = t(`portfolio.yield-${method}`, { window, count: observations });
  return (
    <FactLine
      label={t("portfolio.yield")}
      value={formatPercent(BigInt(ratePpm), 6)}
      note={fresh ? how : `${how}, ${t("portfolio.yield-until", { date: formatDateTime(to, "date") })}`}
    />
  );
}
