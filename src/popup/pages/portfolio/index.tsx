import { lazy, Suspense, useMemo } from "react";
import type { Account } from "../../../core/account/account.ts";
import { chainById } from "../../../core/chain/chains.ts";
import { navigate, routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useNetworks } from "../../data/networks.ts";
import { useAccounts, useSelectedAccount } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { Network } from "./Network.tsx";

const PositionPage = lazy(() => import("../position/index.tsx"));
// Most people have none.
const AddedNetwork = lazy(() => import("./AddedNetwork.tsx"));

/** #/portfolio, and below it the page of a protocol: #/portfolio/lido. Painted from storage alone. */
export default function PortfolioPage() {
  const { segments } = useRoute();
  const protocol = segments[0] === "portfolio" ? segments[1] : undefined;
  return protocol === undefined ? <Portfolio /> : <PositionPage protocol={protocol} />;
}

function Portfolio() {
  const { t } = useI18n();
  const { params } = useRoute();
  const list = useAccounts().value;
  const selected = useSelectedAccount();
  const everybody = useMemo(() => list?.accounts.filter((account) => !account.hidden) ?? [], [list]);
  const only = useMemo(() => (selected ? [selected] : []), [selected]);
  const scope = params.get("accounts") === "all" ? "all" : "one";
  const known = useNetworks();
  const networks = (account: Account, accounts: readonly Account[]) =>
    known.map((chain) =>
      chainById(chain.chainId) ? (
        <Network key={chain.chainId} chain={chain} selected={account} accounts={accounts} />
      ) : (
        <Suspense key={chain.chainId} fallback={<Skeleton height="6rem" label={t("common.loading")} />}>
          <AddedNetwork chain={chain} accounts={accounts} />
        </Suspense>
      ),
    );
  return (
    <Screen title={t("portfolio.title")} hideTitle>
      <Stack>
        {selected?.kind === "watch" && (
          <Notice tone="info" still>
            {t("portfolio.watch-hint")}
          </Notice>
        )}
        {selected === undefined ? (
          <Skeleton height="12rem" label={t("common.loading")} />
        ) : everybody.length > 1 ? (
          <Tabs
            label={t("portfolio.scope")}
            tabs={[
              { id: "one", label: t("portfolio.this-account") },
              { id: "all", label: t("portfolio.all-accounts") },
            ]}
            selected={scope}
            onSelect={(id) =>
              navigate(routeTo("portfolio", { accounts: id === "all" ? "all" : undefined }), {
                replace: true,
              })
            }
          >
            <Stack>{networks(selected, scope === "all" ? everybody : only)}</Stack>
          </Tabs>
        ) : (
          networks(selected, only)
        )}
      </Stack>
    </Screen>
  );
}
