import type { MeasuredYield } from "../../../core/staking/position.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";

/** A measured yield as a percentage, and the sentence that says over how long and by what it was measured. */
export function useYieldText(): (measured: MeasuredYield) => { rate: string; basis: string } {
  const { t, formatPercent, formatDuration } = useI18n();
  return (measured) => ({
    rate: t("review.yield-rate", { rate: formatPercent(BigInt(measured.ratePpm), 6) }),
    basis: t(`review.yield-${measured.method}`, {
      window: formatDuration(measured.to - measured.from),
      count: measured.observations,
    }),
  });
}
