import { expectedAt } from "../../../core/staking/expected-time.ts";
import type { ExpectedTime } from "../../../core/staking/position.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { KeyValueItem } from "../../ui/KeyValue.tsx";
import { copyText, type ProtocolFacts } from "../review/protocols.ts";

const daySeconds = 86_400;

/**
 * Gives the row that says how long a redemption takes, and by what that is said. `now` is chain time, as the expected
 * times are.
 */
export function useWaitItem(
  protocol: ProtocolFacts | undefined,
  now: number,
): (expected: ExpectedTime) => KeyValueItem {
  const { t, language, formatDuration, formatDateTime } = useI18n();
  return (expected) => {
    const { earliest, latest, basis } = expectedAt(expected, now);
    const row = {
      key: "wait",
      label: t("redeem.wait"),
      note: copyText(protocol, language, `expected.${basis}`),
    };
    if (earliest === undefined || latest === undefined) return { ...row, value: t("common.unknown") };
    const [least, most] = [earliest - now, latest - now];
    const dates = t("redeem.wait-by", { date: formatDateTime(latest, "date") });
    const inDays = most >= 2 * daySeconds;
    const value = inDays
      ? t("redeem.wait-days", { least: Math.floor(least / daySeconds), count: Math.ceil(most / daySeconds) })
      : t("review.about", { amount: formatDuration(most) });
    return { ...row, value: `${value} ${dates}` };
  };
}
