import type { Chain } from "../../../core/chain/chain.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { LiveQuote } from "../amount/use-quote.ts";
import { Remarks } from "../review/Remarks.tsx";
import { useYieldText } from "../start/yield-text.ts";

export interface StakeQuoteProps {
  readonly chain: Chain;
  readonly live: LiveQuote;
}

/** What a stake brings and costs, and what speaks against it now. */
export function StakeQuote({ chain, live }: StakeQuoteProps) {
  const { t, errorText, formatAmount, formatPercent } = useI18n();
  const yieldText = useYieldText();
  if (live.error) return <Notice tone="danger">{errorText(live.error)}</Notice>;
  const { quote } = live;
  if (quote === undefined) {
    return (
      <Card>
        <Skeleton height="9rem" label={t("common.working")} />
      </Card>
    );
  }
  const { asset, change } = quote.receives;
  const measured = quote.yield && yieldText(quote.yield);
  const { native } = chain;
  return (
    <>
      <Remarks chainId={chain.chainId} remarks={quote.remarks} />
      <Card tone="accent">
        <KeyValue
          items={[
            {
              key: "receive",
              label: t("stake.you-receive"),
              value: formatAmount(change, asset.decimals, { maxFraction: 6, unit: asset.symbol }),
              strong: true,
            },
            {
              key: "yield",
              label: t("stake.yield"),
              value: measured?.rate ?? t("common.unknown"),
              note: measured?.basis ?? t("stake.yield-unknown"),
            },
            ...(quote.rewardFeeBasisPoints === undefined
              ? []
              : [
                  {
                    key: "fee",
                    label: t("stake.reward-fee"),
                    value: t("stake.of-rewards", {
                      share: formatPercent(BigInt(quote.rewardFeeBasisPoints), 4),
                    }),
                    note: t("stake.fee-included"),
                  },
                ]),
            {
              key: "gas",
              label: t("review.fee"),
              value:
                quote.gasWei === undefined
                  ? t("common.unknown")
                  : t("review.about", {
                      amount: formatAmount(quote.gasWei, native.decimals, {
                        maxFraction: 6,
                        unit: native.symbol,
                      }),
                    }),
            },
            ...(quote.breakEvenDays === undefined
              ? []
              : [
                  {
                    key: "even",
                    label: t("stake.break-even"),
                    value: t("count.days", { count: quote.breakEvenDays }),
                    note: t("stake.break-even-explain"),
                  },
                ]),
          ]}
        />
      </Card>
    </>
  );
}
