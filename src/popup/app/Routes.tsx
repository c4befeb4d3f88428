import { type ComponentType, lazy } from "react";
import { useAccounts, useSelectedAccount } from "../data/records.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import PortfolioPage from "../pages/portfolio/index.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { navigate, routeTo, useRoute } from "./router.ts";
import { Screen } from "./Screen.tsx";

const NoAccount = lazy(() => import("./NoAccount.tsx"));
const OperationPage = lazy(() => import("../pages/operation/index.tsx"));

/** Screens by the first segment of their route. The portfolio is part of the first paint; the rest comes when asked for. */
const screens: Readonly<Record<string, ComponentType>> = {
  portfolio: PortfolioPage,
  activity: lazy(() => import("../pages/activity/index.tsx")),
  stake: lazy(() => import("../flows/stake/index.tsx")),
  convert: lazy(() => import("../flows/convert/index.tsx")),
  redeem: lazy(() => import("../flows/redeem/index.tsx")),
  claim: lazy(() => import("../flows/claim/index.tsx")),
  send: lazy(() => import("../flows/send/index.tsx")),
  approve: lazy(() => import("../flows/approve/index.tsx")),
  approvals: lazy(() => import("../pages/approvals/index.tsx")),
  accounts: lazy(() => import("../pages/accounts/index.tsx")),
  pair: lazy(() => import("../flows/pair/index.tsx")),
  contacts: lazy(() => import("../pages/contacts/index.tsx")),
  sites: lazy(() => import("../pages/sites/index.tsx")),
  settings: lazy(() => import("../pages/settings/index.tsx")),
  audit: lazy(() => import("../pages/audit/index.tsx")),
  backup: lazy(() => import("../pages/backup/index.tsx")),
};

/** Screens about the account that is shown. */
const restingOnAccount: ReadonlySet<string> = new Set([
  "portfolio",
  "stake",
  "convert",
  "redeem",
  "claim",
  "send",
  "approve",
]);

/** The unlocked wallet's screen for the current route; the portfolio where none is named. */
export function Routes() {
  const { segments } = useRoute();
  const [name = "portfolio", id] = segments;
  const known = useAccounts().state === "here";
  const selected = useSelectedAccount();
  if (known && selected === undefined && restingOnAccount.has(name)) return <NoAccount />;
  if (name === "operation" && id !== undefined) return <OperationPage id={id} />;
  const Found = Object.hasOwn(screens, name) ? screens[name] : undefined;
  return Found === undefined ? <NotFound /> : <Found />;
}

function NotFound() {
  const { t } = useI18n();
  return (
    <Screen title={t("shell.not-found-title")} hideTitle>
      <EmptyState
        title={t("shell.not-found-title")}
        icon="info"
        action={
          <Button variant="primary" onClick={() => navigate(routeTo("portfolio"), { replace: true })}>
            {t("shell.go-portfolio")}
          </Button>
        }
      >
        {t("shell.not-found-text")}
      </EmptyState>
    </Screen>
  );
}
