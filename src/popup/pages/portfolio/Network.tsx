import { useMemo } from "react";
import type { Account } from "../../../core/account/account.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { staleAfterSeconds } from "../../../core/chain/freshness.ts";
import { useSettings, useSnapshot } from "../../data/records.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Columns, Stack } from "../../ui/Stack.tsx";
import { Actions } from "./Actions.tsx";
import { Balances } from "./Balances.tsx";
import { EmptyAccount, NeverRead, NothingStaked } from "./Empty.tsx";
import { type Holdings, holdingsOf } from "./holdings.ts";
import { Pending } from "./Pending.tsx";
import { Redemptions } from "./Redemptions.tsx";
import { SnapshotNotices } from "./SnapshotNotices.tsx";
import { WatchedTokens } from "./WatchedTokens.tsx";
import { Worth } from "./Worth.tsx";
import { useWatchedTokens } from "./watched.ts";

export interface NetworkProps {
  readonly chain: Chain;
  /** The account that signs. */
  readonly selected: Account;
  /** Whose figures are shown. */
  readonly accounts: readonly Account[];
}

const isEmpty = (holdings: Holdings): boolean =>
  holdings.native === 0n && holdings.tokens.length === 0 && holdings.redemptions.length === 0;

/** One network's part of the portfolio, painted from its stored snapshot. */
export function Network({ chain, selected, accounts }: NetworkProps) {
  const { t } = useI18n();
  const { fiat } = useSettings();
  const stored = useSnapshot(chain.chainId);
  const now = useNow();
  const snapshot = stored.value;
  const shown = useMemo(
    () =>
      snapshot &&
      holdingsOf(
        snapshot,
        accounts.map((account) => account.address),
      ),
    [snapshot, accounts],
  );
  const watched = useWatchedTokens(chain.chainId, snapshot, accounts);
  const own = useMemo(() => snapshot && holdingsOf(snapshot, [selected.address]), [snapshot, selected]);
  if (stored.state === "loading") return <Skeleton height="12rem" label={t("common.loading")} />;
  if (snapshot === undefined || shown === undefined || own === undefined) {
    return (
      <Stack>
        <NeverRead chain={chain} damaged={stored.state !== "absent"} />
        <Actions chain={chain} account={selected} holdings={undefined} />
        <WatchedTokens chainId={chain.chainId} tokens={watched} />
        <Pending chainId={chain.chainId} accounts={accounts} />
      </Stack>
    );
  }
  const pending = <Pending chainId={chain.chainId} accounts={accounts} />;
  const old = snapshot.failure !== undefined && now - snapshot.takenAt > staleAfterSeconds;
  const unstaked = shown.tokens.length === 0 && shown.redemptions.length === 0;
  return (
    <Stack>
      <SnapshotNotices snapshot={snapshot} />
      <Columns>
        <Stack>
          <Worth chain={chain} snapshot={snapshot} holdings={shown} fiat={fiat} old={old} />
          <Actions chain={chain} account={selected} holdings={own} />
          {isEmpty(shown) && accounts.length === 1 ? (
            <EmptyAccount chain={chain} account={selected} />
          ) : (
            <>
              {unstaked && <NothingStaked chain={chain} account={selected} />}
              <Balances chain={chain} holdings={shown} />
            </>
          )}
          <WatchedTokens chainId={chain.chainId} tokens={watched} />
        </Stack>
        <Stack>
          {pending}
          {!unstaked && (
            <Redemptions
              redemptions={shown.redemptions}
              accounts={accounts}
              blockTime={snapshot.block.timestamp}
            />
          )}
        </Stack>
      </Columns>
    </Stack>
  );
}
