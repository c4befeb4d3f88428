import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { hostOf, siteText } from "../../flows/review/site-text.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Section } from "../../ui/Section.tsx";
import { Amount } from "./Amount.tsx";
import type { WatchedToken } from "./watched.ts";

export interface WatchedTokensProps {
  readonly chainId: number;
  readonly tokens: readonly WatchedToken[];
}

/** Tokens that the person asked to see: by their contracts' own word, never verified, each removable. Nothing while there are none. */
export function WatchedTokens({ chainId, tokens }: WatchedTokensProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const remove = useCommand("assets.remove");
  if (tokens.length === 0) return null;

  async function stop(token: `0x${string}`, symbol: string): Promise<void> {
    if (await remove.run({ chainId, token })) announce(t("portfolio.watched-removed", { symbol }));
  }

  return (
    <Section title={t("portfolio.watched")} description={t("portfolio.watched-text")}>
      <FormError error={remove.error} />
      <Card flush>
        <List label={t("portfolio.watched")}>
          {tokens.map(({ asset, origin, balance }) => {
            const symbol = siteText(asset.symbol);
            const { address } = asset;
            return (
              <ListRow
                key={asset.id}
                title={symbol}
                detail={
                  <>
                    {address && <AddressText address={address} short />}
                    {origin && (
                      <>
                        <br />
                        {t("portfolio.watched-from", { host: hostOf(origin) })}
                      </>
                    )}
                  </>
                }
                aside={
                  balance === undefined ? (
                    t("portfolio.watched-unread")
                  ) : (
                    <Amount value={balance} asset={{ ...asset, symbol }} />
                  )
                }
                actions={
                  address && (
                    <Menu
                      label={`${t("common.more")}: ${symbol}`}
                      items={[
                        {
                          id: "remove",
                          label: t("portfolio.watched-remove", { symbol }),
                          icon: "trash",
                          onSelect: () => void stop(address, symbol),
                        },
                      ]}
                    />
                  )
                }
              />
            );
          })}
        </List>
      </Card>
    </Section>
  );
}
