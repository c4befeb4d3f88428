import type { Chain } from "../../../core/chain/chain.ts";
import type { Quote } from "../../../messages/popup/portfolio.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { LiveQuote } from "../amount/use-quote.ts";
import { Remarks } from "../review/Remarks.tsx";

export interface QuoteCardProps {
  readonly chain: Chain;
  readonly live: LiveQuote;
  readonly receiveLabel: string;
  /** Rows between what arrives and the network fee. */
  readonly more: (quote: Quote) => KeyValueItem[];
  /** Rows after the network fee. */
  readonly last?: ((quote: Quote) => KeyValueItem[]) | undefined;
}

/** What an intent brings and costs by the last snapshot, with what speaks against it now. */
export function QuoteCard({ chain, live, receiveLabel, more, last }: QuoteCardProps) {
  const { t, errorText, formatAmount } = useI18n();
  const refresh = useCommand("portfolio.refresh");
  if (live.error) {
    return (
      <Notice
        tone="danger"
        action={
          <Button
            size="sm"
            icon="refresh"
            busy={refresh.busy}
            onClick={() => void refresh.run({ chainId: chain.chainId })}
          >
            {t("common.refresh")}
          </Button>
        }
      >
        {errorText(live.error)}
      </Notice>
    );
  }
  const { quote } = live;
  if (quote === undefined) {
    return (
      <Card>
        <Skeleton height="9rem" label={t("common.working")} />
      </Card>
    );
  }
  const { asset, change } = quote.receives;
  const { decimals, symbol } = chain.native;
  const gas = quote.gasWei;
  return (
    <>
      <Remarks chainId={chain.chainId} remarks={quote.remarks.filter((each) => each.level !== "note")} />
      <Card tone="accent">
        <KeyValue
          items={[
            {
              key: "receive",
              label: receiveLabel,
              value: formatAmount(change, asset.decimals, { maxFraction: 6, unit: asset.symbol }),
              strong: true,
            },
            ...more(quote),
            {
              key: "gas",
              label: t("review.fee"),
              value:
                gas === undefined
                  ? t("common.unknown")
                  : t("review.about", {
                      amount: formatAmount(gas, decimals, { maxFraction: 6, unit: symbol }),
                    }),
            },
            ...(last?.(quote) ?? []),
          ]}
        />
      </Card>
      <Remarks chainId={chain.chainId} remarks={quote.remarks.filter((each) => each.level === "note")} />
    </>
  );
}
