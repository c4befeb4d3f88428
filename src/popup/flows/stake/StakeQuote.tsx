import type { Chain } from "../../../core/chain/chain.ts";
import type { Quote } from "../../../messages/popup/portfolio.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { KeyValueItem } from "../../ui/KeyValue.tsx";
import type { LiveQuote } from "../amount/use-quote.ts";
import { QuoteCard } from "../start/QuoteCard.tsx";
import { useYieldText } from "../start/yield-text.ts";

export interface StakeQuoteProps {
  readonly chain: Chain;
  readonly live: LiveQuote;
}

/** What a stake brings and costs, and what speaks against it now. */
export function StakeQuote({ chain, live }: StakeQuoteProps) {
  const { t, formatPercent } = useI18n();
  const yieldText = useYieldText();

  function rewards(quote: Quote): KeyValueItem[] {
    const measured = quote.yield && yieldText(quote.yield);
    const rate: KeyValueItem = {
      key: "yield",
      label: t("stake.yield"),
      value: measured?.rate ?? t("common.unknown"),
      note: measured?.basis ?? t("stake.yield-unknown"),
    };
    if (quote.rewardFeeBasisPoints === undefined) return [rate];
    const share = formatPercent(BigInt(quote.rewardFeeBasisPoints), 4);
    const fee: KeyValueItem = {
      key: "fee",
      label: t("stake.reward-fee"),
      value: t("stake.of-rewards", { share }),
      note: t("stake.fee-included"),
    };
    return [rate, fee];
  }

  function breakEven(quote: Quote): KeyValueItem[] {
    if (quote.breakEvenDays === undefined) return [];
    return [
      {
        key: "even",
        label: t("stake.break-even"),
        value: t("count.days", { count: quote.breakEvenDays }),
        note: t("stake.break-even-explain"),
      },
    ];
  }

  return (
    <QuoteCard
      chain={chain}
      live={live}
      receiveLabel={t("stake.you-receive")}
      more={rewards}
      last={breakEven}
    />
  );
}
