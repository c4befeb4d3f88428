import type { Asset } from "../../../core/asset/asset.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";

export interface AmountProps {
  /** Base units of `asset`. */
  readonly value: bigint;
  readonly asset: Pick<Asset, "symbol" | "decimals">;
  readonly sign?: "auto" | "always" | undefined;
}

/** Digits after the point that lists show; the rest is on hover. */
export const shownDigits = 5;

/** An amount with its unit, cut off after five digits; every digit on hover. */
export function Amount({ value, asset, sign }: AmountProps) {
  const { formatAmount } = useI18n();
  const unit = asset.symbol;
  return (
    <span title={formatAmount(value, asset.decimals, { maxFraction: asset.decimals, unit, sign })}>
      {formatAmount(value, asset.decimals, { maxFraction: shownDigits, unit, sign })}
    </span>
  );
}
