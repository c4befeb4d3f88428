import type { AllowanceChange, Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { dateText, useAllowanceSentence, useAllowanceText } from "./allowance-words.ts";
import { PositionBehind } from "./PositionBehind.tsx";
import styles from "./review.module.css";
import { Spender } from "./Spender.tsx";
import { type Limit, SpendLimit } from "./SpendLimit.tsx";
import { siteText } from "./site-text.ts";
import type { Review } from "./use-review.ts";

export interface AllowanceCardProps {
  readonly operation: Operation;
  readonly change: AllowanceChange;
  /** Where the person can set how much; undefined = the form or the site leaves no choice. */
  readonly limit: Limit | undefined;
  readonly review: Pick<Review, "setLimitOpen">;
}

/** One allowance: the sentence, who takes, how that compares with what is held, what lies behind the token, and how much. */
export function AllowanceCard({ operation, change, limit, review }: AllowanceCardProps) {
  const { t } = useI18n();
  const sentence = useAllowanceSentence(operation);
  const items = useComparison(change);
  const note = useFormNote(change);
  return (
    <Card>
      <Stack gap={3}>
        <p className={styles.sentence} data-testid="allowance-sentence">
          {sentence(change)}
        </p>
        {note && <p className={styles.meta}>{note}</p>}
        <KeyValue
          stacked
          items={[
            {
              key: "spender",
              label: t("review.spender"),
              value: <Spender change={change} />,
            },
          ]}
        />
        {items.length > 0 && <KeyValue items={items} />}
        <PositionBehind operation={operation} change={change} />
        {limit && (
          <SpendLimit
            key={`${operation.id} ${limit.step}`}
            operation={operation}
            limit={limit}
            balance={change.balance}
            onOpen={review.setLimitOpen}
          />
        )}
      </Stack>
    </Card>
  );
}

/** What is held and what share of it may be taken; what could be taken until now. */
function useComparison(change: AllowanceChange): KeyValueItem[] {
  const { t, formatAmount, formatPercent } = useI18n();
  const text = useAllowanceText();
  const { balance, before, after, decimals } = change;
  const symbol = siteText(change.symbol);
  const items: KeyValueItem[] = [];
  if (balance !== undefined && change.form !== "operator") {
    const share = balance === 0n || after >= balance ? undefined : (after * 1_000_000n) / balance;
    items.push({
      key: "balance",
      label: t("review.you-hold"),
      value: formatAmount(balance, decimals, { maxFraction: 6, unit: symbol }),
      note:
        balance === 0n
          ? undefined
          : share === undefined
            ? t("review.share-all")
            : t("review.share", { share: formatPercent(share, 6) }),
    });
  }
  if (before > 0n && before !== after) {
    items.push({ key: "before", label: t("review.allowance-before"), value: text(before, decimals, symbol) });
  }
  return items;
}

/** What is particular about the way it is given. */
function useFormNote({ form, until }: AllowanceChange): string | undefined {
  const i18n = useI18n();
  const { t } = i18n;
  const date = until === undefined ? undefined : dateText(until, i18n);
  const signed = date === undefined ? t("review.form-permit-open") : t("review.form-permit", { date });
  switch (form) {
    case "permit":
      return signed;
    case "dai-permit":
      return `${signed} ${t("review.form-dai")}`;
    case "permit2-allowance":
      return date === undefined ? undefined : t("review.form-permit2", { date });
    case "permit2-transfer":
      return date === undefined ? undefined : t("review.form-permit2-once", { date });
    case "operator":
      return t("review.form-operator");
    default:
      return undefined;
  }
}
