import { formatUnits } from "../../../core/amount/format.ts";
import type { PlanStep } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./review.module.css";
import { siteText } from "./site-text.ts";

function useStepItems(): (step: PlanStep) => KeyValueItem[] {
  const { t, formatDecimalText, formatDateTime } = useI18n();
  const address = (key: string, label: string, value: string): KeyValueItem => ({
    key,
    label,
    value: <AddressText address={value} />,
  });
  const hex = (key: string, label: string, value: string): KeyValueItem => ({
    key,
    label,
    value: (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, so the keyboard must reach it
      <code className={styles.raw} tabIndex={0}>
        {value}
      </code>
    ),
  });
  const ether = (wei: bigint): KeyValueItem => ({
    key: "value",
    label: t("review.raw-value"),
    value: formatDecimalText(formatUnits(wei, 18)),
  });
  return (step) => {
    switch (step.kind) {
      case "call":
        return [
          step.to === undefined
            ? { key: "to", label: t("common.to"), value: t("review.raw-deploy") }
            : address("to", t("common.to"), step.to),
          ether(step.value),
          hex("data", t("review.raw-data"), step.data),
        ];
      case "message":
        return [hex("bytes", t("review.raw-message"), step.bytes)];
      case "typed-data":
        return [hex("json", t("review.raw-typed-data"), siteText(step.json))];
      case "approve":
        return [
          address("to", t("common.to"), step.token.address ?? step.token.id),
          address("spender", t("review.spender"), step.spender),
          hex("amount", t("review.raw-amount"), step.amount.toString()),
        ];
      case "permit":
        return [
          address("to", t("review.raw-contract"), step.token.address ?? step.token.id),
          address("spender", t("review.spender"), step.spender),
          hex("amount", t("review.raw-amount"), step.amount.toString()),
          {
            key: "domain",
            label: t("review.raw-domain"),
            value: `${step.domain.name} · ${step.domain.version}`,
          },
          { key: "deadline", label: t("review.raw-deadline"), value: formatDateTime(Number(step.deadline)) },
        ];
      case "permitted-call":
        return [
          address("to", t("common.to"), step.to),
          ether(step.value),
          hex("data", step.method, JSON.stringify(step.args)),
        ];
    }
  };
}

/** What is signed, as it stands, for those who read it. */
export function RawData({ steps }: { readonly steps: readonly PlanStep[] }) {
  const { t } = useI18n();
  const itemsOf = useStepItems();
  return (
    <details className={styles.details}>
      <summary>{t("review.raw")}</summary>
      <Stack>
        {steps.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is its identity
          <KeyValue key={place} stacked items={itemsOf(step)} />
        ))}
      </Stack>
    </details>
  );
}
