import { useEffect, useState } from "react";
import type { Operation } from "../../../core/operation/operation.ts";
import { isSiteIntent } from "../../../core/staking/intent.ts";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Select, type SelectOption } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { dateText, endsOnChain } from "./allowance-words.ts";
import { DayForm } from "./DayForm.tsx";
import styles from "./review.module.css";
import type { Review } from "./use-review.ts";

const daySeconds = 86_400;
const presetDays = [1, 7, 30, 90] as const;

/** Whether it gives a site, or by one's own wish somebody, a right whose end is to be chosen. */
export function grantsSomething({ intent, preview }: Operation): boolean {
  const mayGrant = isSiteIntent(intent) || intent.kind === "approve";
  return mayGrant && (preview?.allowances ?? []).some((each) => each.after > 0n);
}

/**
 * Where the end of what is granted lies: in the wallet's memory, there and in a permit that is good until then (ERC-2612
 * knows no end of the allowance itself), in what is signed (Permit2), or in a site's own data.
 */
function whereItEnds({ intent, plan, preview }: Operation): "lease" | "permit" | "chain" | "fixed" {
  if (intent.kind === "site-approval") {
    if (plan.steps.some((step) => step.kind === "permit")) return "permit";
    return plan.steps.some((step) => step.kind === "typed-data") ? "chain" : "lease";
  }
  const given = (preview?.allowances ?? []).filter((each) => each.after > 0n);
  return given.every((each) => endsOnChain(each.form)) ? "fixed" : "lease";
}

/** What the choice of an end is called: so many days, as asked, as it stands, or a day to be entered. */
type Choice = `${number}` | "asked" | "now" | "other";

export interface GrantEndProps {
  readonly operation: Operation;
  readonly review: Pick<Review, "setEndOpen">;
}

/** When what is granted ends, and what that end is worth. The person can bring it forward or, for a lease, put it off. */
export function GrantEnd({ operation, review }: GrantEndProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const set = useCommand("operations.setEnd");
  const { intent, createdAt } = operation;
  const where = whereItEnds(operation);
  const signedEnd = intent.kind === "site-approval" ? intent.until : undefined;
  // What was asked at first; the record keeps only what is to be signed.
  const [asked] = useState(signedEnd);
  const current = operation.leaseUntil ?? signedEnd;
  const [entering, setEntering] = useState(false);
  const open = entering || set.busy;
  const { setEndOpen } = review;
  useEffect(() => {
    setEndOpen(open);
    return () => setEndOpen(false);
  }, [open, setEndOpen]);
  if (where === "fixed") return <p className={styles.meta}>{t("review.lease-fixed")}</p>;
  // Seen in the trial run alone: nobody named a grant whose end could be remembered.
  if (current === undefined) return null;

  const hints = {
    lease: "review.lease-explain",
    permit: "review.lease-permit",
    chain: "review.lease-chain",
  } as const;
  const day = (seconds: number): string => dateText(seconds, i18n) ?? t("common.unknown");
  const afterDays = (days: number): number => createdAt + days * daySeconds;
  const presets = presetDays.filter((days) => asked === undefined || afterDays(days) < asked);
  const preset = presets.find((days) => Math.abs(current - afterDays(days)) < daySeconds / 2);
  const chosen: Choice = entering
    ? "other"
    : current === asked
      ? "asked"
      : preset === undefined
        ? "now"
        : `${preset}`;
  const options: SelectOption<Choice>[] = [
    ...presets.map((days) => ({
      value: `${days}` as const,
      label: t("review.lease-after", { days: t("count.days", { count: days }), date: day(afterDays(days)) }),
    })),
    ...(asked === undefined
      ? []
      : [{ value: "asked" as const, label: t("review.lease-asked", { date: day(asked) }) }]),
    ...(chosen === "now"
      ? [{ value: "now" as const, label: t("review.lease-now", { date: day(current) }) }]
      : []),
    { value: "other", label: t("review.lease-other") },
  ];

  async function end(until: number): Promise<void> {
    if ((await set.run({ id: operation.id, until })) !== undefined) setEntering(false);
  }

  function choose(choice: Choice): void {
    set.reset();
    setEntering(choice === "other");
    const until = choice === "asked" ? asked : Number(choice) > 0 ? afterDays(Number(choice)) : undefined;
    if (until !== undefined && until !== current) void end(until);
  }

  return (
    <Card tone="sunken">
      <Stack gap={3}>
        <Select
          label={t("review.lease-end")}
          value={chosen}
          options={options}
          onChange={choose}
          disabled={set.busy}
          hint={t(hints[where])}
        />
        {entering && <DayForm latest={asked} busy={set.busy} onDay={(until) => void end(until)} />}
        <FormError error={set.error} />
      </Stack>
    </Card>
  );
}
