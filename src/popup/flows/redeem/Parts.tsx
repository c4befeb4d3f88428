import type { Asset } from "../../../core/asset/asset.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";

export interface PartsProps {
  /** Base units of `asset`, in the order in which they are requested. */
  readonly parts: readonly bigint[];
  readonly asset: Asset;
}

/** How one redemption becomes several requests. */
export function Parts({ parts, asset }: PartsProps) {
  const { t, formatAmount } = useI18n();
  return (
    <Section title={t("redeem.parts", { count: parts.length })} description={t("redeem.parts-explain")}>
      <Card>
        <KeyValue
          items={parts.map((part, place) => ({
            key: String(place),
            label: t("redeem.part", { number: place + 1 }),
            value: formatAmount(part, asset.decimals, { maxFraction: 6, unit: asset.symbol }),
          }))}
        />
      </Card>
    </Section>
  );
}
