import type { Chain } from "../../../core/chain/chain.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { Amount, shownDigits } from "./Amount.tsx";
import type { Holding, Holdings } from "./holdings.ts";
import styles from "./portfolio.module.css";

/** Every balance with its worth, how it grows and what it earned. A staked token's row leads to its protocol. */
export function Balances({ chain, holdings }: { readonly chain: Chain; readonly holdings: Holdings }) {
  const { t } = useI18n();
  return (
    <Section title={t("portfolio.balances")}>
      <Card flush>
        <List label={t("portfolio.balances")}>
          {holdings.tokens.map((holding) => (
            <TokenRow key={`${holding.protocol} ${holding.token.id}`} holding={holding} />
          ))}
          <ListRow
            title={chain.native.symbol}
            detail={t("portfolio.native-detail")}
            aside={<Amount value={holdings.native} asset={chain.native} />}
          />
        </List>
      </Card>
    </Section>
  );
}

function TokenRow({ holding }: { readonly holding: Holding }) {
  const { t, formatAmount, formatDateTime } = useI18n();
  const { token, worth, worthAsset, earned } = holding;
  const inWorth = (value: bigint, sign?: "always") =>
    formatAmount(value, worthAsset.decimals, { maxFraction: shownDigits, unit: worthAsset.symbol, sign });
  return (
    <ListRow
      title={token.symbol}
      detail={t(holding.growth === "rebasing" ? "portfolio.grows-number" : "portfolio.grows-value")}
      aside={<Amount value={holding.balance} asset={token} />}
      asideDetail={
        <>
          {t("portfolio.worth", { amount: inWorth(worth) })}
          {earned && earned.amount !== 0n && (
            <span className={styles.earned} data-sign={earned.amount < 0n ? "minus" : "plus"}>
              <br />
              {t("portfolio.gain-since", {
                amount: inWorth(earned.amount, "always"),
                date: formatDateTime(earned.since, "date"),
              })}
            </span>
          )}
        </>
      }
      onSelect={() => navigate(routeTo(`portfolio/${holding.protocol}`))}
    />
  );
}
