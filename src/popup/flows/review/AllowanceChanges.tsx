import type { AllowanceChange, Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AllowanceCard } from "./AllowanceCard.tsx";
import { useAllowanceSentence, useAllowanceText } from "./allowance-words.ts";
import { GrantEnd, grantsSomething } from "./GrantEnd.tsx";
import { limitsOf } from "./limits.ts";
import { Spender } from "./Spender.tsx";
import { siteText } from "./site-text.ts";
import type { Review } from "./use-review.ts";

export interface AllowanceChangesProps {
  readonly operation: Operation;
  readonly review: Review;
}

const keyOf = (each: AllowanceChange, place: number): string =>
  `${each.token} ${each.spender} ${each.form} ${place}`;

/** Who may take which tokens from now on, and until when. Nothing without such a change. */
export function AllowanceChanges({ operation, review }: AllowanceChangesProps) {
  const { t } = useI18n();
  const allowances = operation.preview?.allowances ?? [];
  if (allowances.length === 0) return null;
  const limits = limitsOf(operation);
  const given = allowances.filter((each) => each.after > 0n);
  const ended = allowances.filter((each) => each.after === 0n);
  return (
    <Section
      title={t("review.allowances")}
      description={given.length > 0 ? t("review.allowances-explain") : undefined}
    >
      <Stack gap={3}>
        {given.map((change, place) => (
          <AllowanceCard
            key={keyOf(change, place)}
            operation={operation}
            change={change}
            limit={limits.find(
              (each) =>
                each.token === change.token.toLowerCase() && each.spender === change.spender.toLowerCase(),
            )}
            review={review}
          />
        ))}
        {ended.map((change, place) => (
          <Ended key={keyOf(change, place)} operation={operation} change={change} />
        ))}
        {grantsSomething(operation) && <GrantEnd key={operation.id} operation={operation} review={review} />}
      </Stack>
    </Section>
  );
}

/** An allowance that is taken back. */
function Ended({ operation, change }: { readonly operation: Operation; readonly change: AllowanceChange }) {
  const { t } = useI18n();
  const text = useAllowanceText();
  const sentence = useAllowanceSentence(operation);
  return (
    <Card>
      <Stack gap={2}>
        <p data-testid="allowance-sentence">
          <strong>{sentence(change)}</strong>
        </p>
        <Spender change={change} />
        <KeyValue
          items={[
            {
              key: "before",
              label: t("review.allowance-before"),
              value: text(change.before, change.decimals, siteText(change.symbol)),
            },
          ]}
        />
      </Stack>
    </Card>
  );
}
