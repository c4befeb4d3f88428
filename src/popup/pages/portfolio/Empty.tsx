import { lazy, Suspense } from "react";
import type { Account } from "../../../core/account/account.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { EndpointsButton } from "./SnapshotNotices.tsx";

// The QR code is not part of the first paint of those who have something.
const ReceiveAddress = lazy(() =>
  import("./ReceiveAddress.tsx").then((module) => ({ default: module.ReceiveAddress })),
);

/** An account with nothing at all: how to send something to it. */
export function EmptyAccount({ chain, account }: { readonly chain: Chain; readonly account: Account }) {
  const { t } = useI18n();
  return (
    <Card>
      <EmptyState icon="receive" title={t("portfolio.empty-title")}>
        {t("portfolio.empty-text", { unit: chain.native.symbol })}
      </EmptyState>
      <Suspense fallback={<Skeleton height="14rem" label={t("common.loading")} />}>
        <ReceiveAddress chain={chain} address={account.address} />
      </Suspense>
    </Card>
  );
}

/** Something is there, but nothing of it is staked: what liquid staking is. */
export function NothingStaked({ chain, account }: { readonly chain: Chain; readonly account: Account }) {
  const { t } = useI18n();
  return (
    <Card>
      <EmptyState
        icon="stake"
        title={t("portfolio.unstaked-title")}
        action={
          <Button
            variant="primary"
            icon="stake"
            disabledReason={account.kind === "watch" ? t("portfolio.cannot-sign") : undefined}
            onClick={() => navigate(routeTo("stake"))}
          >
            {t("portfolio.stake")}
          </Button>
        }
      >
        {t("portfolio.unstaked-text", { unit: chain.native.symbol })}
      </EmptyState>
    </Card>
  );
}

/** A network of which no figures are stored, or none that can be read. */
export function NeverRead({ chain, damaged }: { readonly chain: Chain; readonly damaged: boolean }) {
  const { t, errorText } = useI18n();
  const refresh = useCommand("portfolio.refresh");
  return (
    <>
      {damaged && <Notice tone="danger">{t("portfolio.snapshot-damaged")}</Notice>}
      {refresh.error && (
        <Notice tone="danger" action={<EndpointsButton />}>
          {errorText(refresh.error)}
        </Notice>
      )}
      <Card>
        <EmptyState
          icon="refresh"
          title={t("portfolio.never-read", { network: chain.name })}
          action={
            <Button
              variant="primary"
              icon="refresh"
              busy={refresh.busy}
              onClick={() => void refresh.run({ chainId: chain.chainId })}
            >
              {t("portfolio.refresh")}
            </Button>
          }
        >
          {t("portfolio.never-read-text")}
          {refresh.busy && <Progress label={t("portfolio.refreshing", { network: chain.name })} />}
        </EmptyState>
      </Card>
    </>
  );
}
