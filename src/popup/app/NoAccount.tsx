import { useAccounts } from "../data/records.ts";
import { useOpenPairing } from "../flows/pair/reach.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Row } from "../ui/Stack.tsx";
import { navigate, routeTo } from "./router.ts";
import { Screen } from "./Screen.tsx";

/** In place of a screen that rests on an account while there is none to show: how to get one. */
export default function NoAccount() {
  const { t } = useI18n();
  const openPairing = useOpenPairing();
  const hidden = (useAccounts().value?.accounts.length ?? 0) > 0;
  if (hidden) {
    return (
      <Screen title={t("portfolio.title")} hideTitle>
        <EmptyState
          icon="account"
          title={t("pair.hidden-title")}
          action={
            <Button variant="primary" onClick={() => navigate(routeTo("accounts"))}>
              {t("pair.show-accounts")}
            </Button>
          }
        >
          {t("pair.hidden-text")}
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title={t("portfolio.title")} hideTitle>
      <EmptyState
        icon="account"
        title={t("pair.empty-title")}
        action={
          <Row justify="center">
            <Button variant="primary" icon="ledger" onClick={() => openPairing(routeTo("pair"), navigate)}>
              {t("pair.title")}
            </Button>
            <Button icon="plus" onClick={() => navigate(routeTo("accounts/add"))}>
              {t("shell.add-account")}
            </Button>
          </Row>
        }
      >
        {t("pair.empty-text")}
      </EmptyState>
    </Screen>
  );
}
