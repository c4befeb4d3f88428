import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Select } from "../../ui/Select.tsx";

export const daySeconds = 86_400;

const offered = [1, 7, 30, 90] as const;

export interface SessionEndProps {
  /** Days for which the connection holds. */
  readonly days: number;
  readonly onDays: (days: number) => void;
  /** Days without use after which it ends earlier. */
  readonly idleDays: number;
}

/** When a connection ends: so many days from now, or earlier when nobody uses it. */
export function SessionEnd({ days, onDays, idleDays }: SessionEndProps) {
  const { t, formatDateTime } = useI18n();
  const now = useNow();
  const choices = [...new Set([...offered, days])].toSorted((a, b) => a - b);
  return (
    <Select
      label={t("confirm.session")}
      value={String(days)}
      options={choices.map((each) => ({
        value: String(each),
        label: t("confirm.session-after", {
          days: t("count.days", { count: each }),
          date: formatDateTime(now + each * daySeconds, "date"),
        }),
      }))}
      onChange={(value) => onDays(Number(value))}
      hint={
        idleDays < days
          ? t("confirm.session-idle", { days: t("count.days", { count: idleDays }) })
          : undefined
      }
    />
  );
}
