import type { Operation } from "../../../core/operation/operation.ts";
import { useNetwork } from "../../data/networks.ts";
import { useAccounts } from "../../data/records.ts";
import { siteText } from "../../flows/review/site-text.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Amount } from "../portfolio/Amount.tsx";
import { operationGroup } from "./operation-words.ts";

/** What the operation changes, what it cost so far, and who began it when. */
export function Facts({ operation }: { readonly operation: Operation }) {
  const { t, formatAmount, formatDateTime } = useI18n();
  const accounts = useAccounts().value?.accounts ?? [];
  const chain = useNetwork(operation.chainId);
  const label = accounts.find((account) => account.id === operation.accountId)?.label;
  // What failed or was never sent changed nothing: no amounts are shown as if it had.
  const effects =
    operationGroup(operation) === "failed" ? [] : (operation.preview?.effects ?? operation.plan.effects);
  const paid = operation.steps.map((step) => step.gasUsedWei).filter((wei) => wei !== undefined);
  const items: KeyValueItem[] = [
    {
      key: "account",
      label: t("operation.account"),
      value: label ?? <AddressText address={operation.account} short />,
      note: label === undefined ? undefined : <AddressText address={operation.account} short />,
    },
    ...(chain ? [{ key: "network", label: t("operation.network"), value: chain.name }] : []),
    {
      key: "origin",
      label: t("operation.asked-by"),
      value: operation.origin === "wallet" ? t("operation.own-wallet") : operation.origin,
    },
    ...(operation.intent.kind === "site-approval"
      ? [{ key: "purpose", label: t("operation.purpose"), value: `“${siteText(operation.intent.purpose)}”` }]
      : []),
    ...(operation.leaseUntil === undefined
      ? []
      : [{ key: "ends", label: t("operation.ends"), value: formatDateTime(operation.leaseUntil, "date") }]),
    { key: "created", label: t("operation.created"), value: formatDateTime(operation.createdAt) },
    { key: "updated", label: t("operation.updated"), value: formatDateTime(operation.updatedAt) },
    ...(chain && paid.length > 0
      ? [
          {
            key: "fee",
            label: t("operation.fee-total"),
            value: formatAmount(
              paid.reduce((sum, wei) => sum + wei, 0n),
              chain.native.decimals,
              { maxFraction: 8, unit: chain.native.symbol },
            ),
          },
        ]
      : []),
  ];
  return (
    <Stack>
      {effects.length > 0 && (
        <Section title={t("operation.changes")} description={t("operation.changes-expected")}>
          <Card>
            <KeyValue
              items={effects.map(({ asset, change }) => ({
                key: asset.id,
                label: asset.name,
                value: <Amount value={change} asset={asset} sign="always" />,
              }))}
            />
          </Card>
        </Section>
      )}
      <Section title={t("operation.details")}>
        <Card>
          <KeyValue items={items} />
        </Card>
      </Section>
    </Stack>
  );
}
