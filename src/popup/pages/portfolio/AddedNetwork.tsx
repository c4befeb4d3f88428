import type { Account } from "../../../core/account/account.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { useSnapshot } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Amount } from "./Amount.tsx";
import { NeverRead } from "./Empty.tsx";
import { Freshness } from "./Freshness.tsx";
import { holdingsOf } from "./holdings.ts";
import { Pending } from "./Pending.tsx";
import styles from "./portfolio.module.css";
import { SnapshotNotices } from "./SnapshotNotices.tsx";
import { WatchedTokens } from "./WatchedTokens.tsx";
import { useWatchedTokens } from "./watched.ts";

export interface AddedNetworkProps {
  readonly chain: Chain;
  /** Whose figures are shown. */
  readonly accounts: readonly Account[];
}

/** A network that the person added, where Weir knows no protocol: its coin and the tokens watched on it. */
export default function AddedNetwork({ chain, accounts }: AddedNetworkProps) {
  const { t } = useI18n();
  const stored = useSnapshot(chain.chainId);
  const snapshot = stored.value;
  const tokens = useWatchedTokens(chain.chainId, snapshot, accounts);
  const shown =
    snapshot &&
    holdingsOf(
      snapshot,
      accounts.map(({ address }) => address),
    );
  if (stored.state === "loading") return <Skeleton height="6rem" label={t("common.loading")} />;
  return (
    <Section title={chain.name} description={t("portfolio.added-text")}>
      <Stack>
        {snapshot === undefined || shown === undefined ? (
          <NeverRead chain={chain} damaged={stored.state !== "absent"} />
        ) : (
          <>
            <SnapshotNotices snapshot={snapshot} />
            <Card flush>
              <List label={t("portfolio.balances-on", { network: chain.name })}>
                <ListRow
                  title={chain.native.symbol}
                  detail={chain.native.name}
                  aside={<Amount value={shown.native} asset={chain.native} />}
                />
              </List>
              <div className={styles.foot}>
                <Freshness chain={chain} snapshot={snapshot} />
              </div>
            </Card>
          </>
        )}
        <WatchedTokens chainId={chain.chainId} tokens={tokens} />
        <Pending chainId={chain.chainId} accounts={accounts} />
      </Stack>
    </Section>
  );
}
