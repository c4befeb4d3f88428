import { useState } from "react";
import { Form } from "../../app/Form.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import fieldStyles from "../../ui/Field.module.css";
import { Field } from "../../ui/Field.tsx";
import { dateText } from "./allowance-words.ts";

/** The end of a day, in the reader's time zone, of "2026-12-31"; undefined = no such day. */
function endOfDay(text: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number);
  return Math.floor(new Date(year ?? 0, (month ?? 1) - 1, day, 23, 59, 59).getTime() / 1000);
}

export interface DayFormProps {
  /** Unix seconds that may not be passed. */
  readonly latest: number | undefined;
  readonly busy: boolean;
  /** The chosen day's end, unix seconds. */
  readonly onDay: (until: number) => void;
}

/** Another end than those on offer: a day. */
export function DayForm({ latest, busy, onDay }: DayFormProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const [text, setText] = useState("");
  const chosen = endOfDay(text);
  const past = chosen !== undefined && chosen * 1000 <= Date.now();
  // The day of the latest end itself is fine: the end is then that very moment.
  const late = chosen !== undefined && latest !== undefined && chosen - latest >= 86_400;
  const error = past
    ? t("review.lease-past")
    : late
      ? t("review.lease-late", { date: dateText(latest, i18n) ?? "" })
      : undefined;
  const until = chosen === undefined || latest === undefined ? chosen : Math.min(chosen, latest);
  return (
    <Form
      testId="lease-day"
      onSubmit={() => {
        if (until !== undefined && error === undefined) onDay(until);
      }}
    >
      <Field label={t("review.lease-day")} error={error}>
        {(control) => (
          <input
            {...control}
            className={fieldStyles.control}
            type="date"
            value={text}
            disabled={busy}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" wide busy={busy} disabled={until === undefined || error !== undefined}>
        {t("review.lease-set")}
      </Button>
    </Form>
  );
}
