import type { Asset } from "../../../core/asset/asset.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AmountField } from "../../ui/AmountField.tsx";
import type { AmountEntry } from "../amount/use-amount.ts";

export interface TokenAmountProps {
  readonly entry: AmountEntry;
  readonly asset: Asset;
  /** Base units by the last snapshot. */
  readonly balance: bigint | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** The amount of a flow with what there is of it, Max, and what Max keeps back for the network fee. */
export function TokenAmount({ entry, asset, balance, autoFocus }: TokenAmountProps) {
  const { t, formatAmount } = useI18n();
  const { decimals, symbol } = asset;
  return (
    <AmountField
      label={t("common.amount")}
      name="amount"
      value={entry.text}
      onChange={entry.setText}
      unit={symbol}
      error={entry.error}
      hint={
        entry.keptForGas === undefined
          ? undefined
          : t("review.kept-for-gas", {
              amount: formatAmount(entry.keptForGas, decimals, { maxFraction: 6, unit: symbol }),
            })
      }
      autoFocus={autoFocus}
      balance={
        balance === undefined
          ? undefined
          : t("common.available", { amount: formatAmount(balance, decimals, { unit: symbol }) })
      }
      onMax={() => void entry.enterMax()}
      maxLabel={t("common.max")}
    />
  );
}
