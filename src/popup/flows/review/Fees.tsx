import { chainById } from "../../../core/chain/chains.ts";
import { type FeeLevelName, feeLevelNames, type Operation } from "../../../core/operation/operation.ts";
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
  const native = chainById(operation.chainId)?.native;
  const { preview } = operation;
  if (preview === undefined || native === undefined) {
    return <Skeleton height="3.5rem" label={t("review.pending")} />;
  }
  return (
    <RadioCards
      legend={t("review.fee-most")}
      value={level}
      disabled={disabled}
      onChange={onLevel}
      options={feeLevelNames.map((name) => ({
        value: name,
        label: t(`review.fee-${name}`),
        aside: formatAmount(preview.gasLimit * preview.fees[name].maxFeePerGas, native.decimals, {
          maxFraction: 6,
          unit: native.symbol,
        }),
      }))}
    />
  );
}
