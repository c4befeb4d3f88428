import type { Chain } from "../../../core/chain/chain.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { shownDigits } from "./Amount.tsx";
import { FactLine } from "./FactLine.tsx";
import { Freshness } from "./Freshness.tsx";
import type { Holdings } from "./holdings.ts";
import styles from "./portfolio.module.css";
import { usePresent } from "./present.ts";
import { Yield } from "./Yield.tsx";

export interface WorthProps {
  readonly chain: Chain;
  readonly snapshot: Snapshot;
  readonly holdings: Holdings;
  readonly fiat: boolean;
  /** The figures may no longer hold. */
  readonly old: boolean;
}

/** The one card that the portfolio is about: what the stake is worth, what it earned and earns, and how old that is. */
export function Worth({ chain, snapshot, holdings, fiat, old }: WorthProps) {
  const { t, formatAmount, formatDateTime } = useI18n();
  const { decimals, symbol } = chain.native;
  const { earned } = holdings;
  const amount = (value: bigint, sign?: "always") =>
    formatAmount(value, decimals, { maxFraction: shownDigits, unit: symbol, sign });
  const measured = snapshot.protocols.filter((protocol) => protocol.yield !== undefined);
  return (
    <Card tone="accent">
      <Stack gap={2}>
        <Figure
          size="lg"
          label={t("portfolio.staked")}
          value={formatAmount(holdings.staked, decimals, { maxFraction: shownDigits })}
          unit={symbol}
          tone={old ? "old" : "plain"}
          note={
            <>
              {earned && earned.amount !== 0n && (
                <p className={styles.earned} data-sign={earned.amount < 0n ? "minus" : "plus"}>
                  {t(earned.amount < 0n ? "portfolio.lost-since" : "portfolio.earned-since", {
                    amount: amount(earned.amount, "always"),
                    date: formatDateTime(earned.since, "date"),
                  })}
                </p>
              )}
              {fiat && snapshot.fiat && (
                <FiatLine fiat={snapshot.fiat} staked={holdings.staked} decimals={decimals} symbol={symbol} />
              )}
            </>
          }
        />
        {measured.length === 0 ? (
          <Yield measured={undefined} now={snapshot.block.timestamp} />
        ) : (
          measured.map((protocol) => (
            <Yield key={protocol.protocol} measured={protocol.yield} now={snapshot.block.timestamp} />
          ))
        )}
        {holdings.queued > 0n && <FactLine label={t("portfolio.in-queue")} value={amount(holdings.queued)} />}
        {holdings.ready > 0n && <FactLine label={t("portfolio.claimable")} value={amount(holdings.ready)} />}
        <Freshness chain={chain} snapshot={snapshot} />
      </Stack>
    </Card>
  );
}

const fiatDecimals = 8;

function FiatLine(props: {
  readonly fiat: NonNullable<Snapshot["fiat"]>;
  readonly staked: bigint;
  readonly decimals: number;
  readonly symbol: string;
}) {
  const { t, formatAmount, formatAge } = useI18n();
  const now = usePresent();
  const { price, currency, updatedAt } = props.fiat;
  const value = (props.staked * price) / 10n ** BigInt(props.decimals);
  const written = (each: bigint) =>
    formatAmount(each, fiatDecimals, { maxFraction: 2, minFraction: 2, unit: currency });
  return (
    <p>
      {t("portfolio.fiat", {
        value: written(value),
        price: written(price),
        unit: props.symbol,
        age: formatAge(now - updatedAt),
      })}
    </p>
  );
}
