import { type FeeLevelName, feeLevelNames, type Operation } from "../../../core/operation/operation.ts";
import { useNetwork } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";

export interface FeesProps {
  readonly operation: Operation;
  readonly level: FeeLevelName;
  readonly onLevel: (level: FeeLevelName) => void;
  readonly disabled?: boolean | undefined;
}

/** How much the network may take at most, by how soon it shall be done. */
export function Fees({ operation, level, onLevel, disabled }: FeesProps) {
  const { t, formatAmount } = useI18n();
  const native = useNetwork(operation.chainId)?.native;
  const { preview } = operation;
  if (preview === undefined) return <Skeleton height="3.5rem" label={t("review.pending")} />;
  const { fees, gasLimit } = preview;
  // Without fees nothing is sent; why it cannot be is among the remarks.
  if (fees === undefined || native === undefined) return null;
  return (
    <RadioCards
      legend={t("review.fee-most")}
      value={level}
      disabled={disabled}
      onChange={onLevel}
      options={feeLevelNames.map((name) => ({
        value: name,
        label: t(`review.fee-${name}`),
        aside: formatAmount(gasLimit * fees[name].maxFeePerGas, native.decimals, {
          maxFraction: 6,
          unit: native.symbol,
        }),
      }))}
    />
  );
}
