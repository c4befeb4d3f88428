import { isUnlimited } from "../../../core/approval/rules/unlimited-amount.ts";
import type { Preview } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useNames } from "./names.ts";

/** An allowance in words: an amount, none, or without a limit. */
export function useAllowanceText(): (amount: bigint, decimals: number, symbol: string) => string {
  const { t, formatAmount } = useI18n();
  return (amount, decimals, symbol) => {
    if (amount === 0n) return t("review.allowance-none");
    if (isUnlimited(amount)) return t("review.allowance-unlimited", { symbol });
    return formatAmount(amount, decimals, { maxFraction: 6, unit: symbol });
  };
}

export interface AllowanceChangesProps {
  readonly chainId: number;
  readonly allowances: Preview["allowances"];
}

/** Who may take which tokens, before and after. Nothing without such a change. */
export function AllowanceChanges({ chainId, allowances }: AllowanceChangesProps) {
  const { t } = useI18n();
  const text = useAllowanceText();
  const nameOf = useNames(chainId);
  if (allowances.length === 0) return null;
  return (
    <Section title={t("review.allowances")} description={t("review.allowances-explain")}>
      <Stack gap={2}>
        {allowances.map((each) => (
          <Card key={`${each.token} ${each.spender}`}>
            <KeyValue
              items={[
                {
                  key: "spender",
                  label: t("review.spender"),
                  value: nameOf(each.spender) ?? t("review.unknown-contract"),
                  note: <AddressText address={each.spender} />,
                },
                {
                  key: "before",
                  label: t("review.allowance-before"),
                  value: text(each.before, each.decimals, each.symbol),
                },
                {
                  key: "after",
                  label: t("review.allowance-after"),
                  value: text(each.after, each.decimals, each.symbol),
                  strong: true,
                },
              ]}
            />
          </Card>
        ))}
      </Stack>
    </Section>
  );
}
