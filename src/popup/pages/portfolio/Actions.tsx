import { lazy, Suspense, useState } from "react";
import type { Account } from "../../../core/account/account.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import type { IconName } from "../../ui/Icon.tsx";
import type { Holdings } from "./holdings.ts";
import styles from "./portfolio.module.css";

const ReceiveDialog = lazy(() => import("./ReceiveDialog.tsx"));

export interface ActionsProps {
  readonly chain: Chain;
  readonly account: Account;
  /** Of this account alone: it is the one that signs. */
  readonly holdings: Holdings | undefined;
}

/** What can be done with the selected account; each button that cannot be used now says why. */
export function Actions({ chain, account, holdings }: ActionsProps) {
  const { t } = useI18n();
  const [receiving, setReceiving] = useState(false);
  const unit = chain.native.symbol;
  const cannotSign = account.kind === "watch" ? t("portfolio.cannot-sign") : undefined;
  const staked = holdings?.tokens.some((holding) => holding.balance > 0n);
  const unless = (possible: boolean | undefined, reason: string) =>
    cannotSign ?? (possible === false ? reason : undefined);
  const has = holdings && (holdings.native > 0n || staked === true);
  const actions: { path: string; icon: IconName; label: string; reason: string | undefined }[] = [
    {
      path: "stake",
      icon: "stake",
      label: t("portfolio.stake"),
      reason: unless(holdings && holdings.native > 0n, t("portfolio.no-native", { unit })),
    },
    {
      path: "redeem",
      icon: "redeem",
      label: t("portfolio.redeem"),
      reason: unless(staked, t("portfolio.nothing-staked")),
    },
    {
      path: "convert",
      icon: "wrap",
      label: t("portfolio.wrap"),
      reason: unless(staked, t("portfolio.nothing-staked")),
    },
    {
      path: "claim",
      icon: "claim",
      label: t("portfolio.claim"),
      reason: unless(
        holdings?.redemptions.some((one) => one.state === "ready"),
        t("portfolio.nothing-ready"),
      ),
    },
    {
      path: "send",
      icon: "send",
      label: t("portfolio.send"),
      reason: unless(has, t("portfolio.no-balance")),
    },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className={styles.actions} role="group" aria-label={t("portfolio.actions")}>
      {actions.map((action) => (
        <Button
          key={action.path}
          stacked
          wide
          icon={action.icon}
          variant={action.path === "stake" ? "primary" : "secondary"}
          disabledReason={action.reason}
          onClick={() => navigate(routeTo(action.path))}
        >
          {action.label}
        </Button>
      ))}
      <Button stacked wide icon="receive" onClick={() => setReceiving(true)}>
        {t("portfolio.receive")}
      </Button>
      {receiving && (
        <Suspense fallback={null}>
          <ReceiveDialog chain={chain} account={account} onClose={() => setReceiving(false)} />
        </Suspense>
      )}
    </div>
  );
}
