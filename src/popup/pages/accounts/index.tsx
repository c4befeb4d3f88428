import { navigate, routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { AccountDetails } from "./AccountDetails.tsx";
import { AccountsOverview } from "./AccountsOverview.tsx";
import { AddAccount } from "./AddAccount.tsx";
import { ExportKey } from "./ExportKey.tsx";

/** #/accounts, #/accounts/add, #/accounts/<id>, #/accounts/<id>/export. */
export default function AccountsPage() {
  const { t } = useI18n();
  const [, id, part] = useRoute().segments;
  const account = useAccounts().value?.accounts.find((each) => each.id === id);
  if (id === undefined) {
    return (
      <Screen
        key="list"
        title={t("accounts.title")}
        back={routeTo("settings")}
        footer={
          <Button variant="primary" icon="plus" wide onClick={() => navigate(routeTo("accounts/add"))}>
            {t("shell.add-account")}
          </Button>
        }
      >
        <AccountsOverview />
      </Screen>
    );
  }
  if (id === "add") {
    return (
      <Screen key="add" title={t("accounts.add-title")} back={routeTo("accounts")} width="narrow">
        <AddAccount />
      </Screen>
    );
  }
  if (account === undefined) {
    return (
      <Screen key="unknown" title={t("accounts.title")} back={routeTo("accounts")}>
        <EmptyState icon="info" title={t("accounts.unknown")} />
      </Screen>
    );
  }
  if (part === "export" && account.kind !== "watch") {
    return (
      <Screen
        key="export"
        title={t("accounts.export")}
        back={routeTo(`accounts/${account.id}`)}
        width="narrow"
      >
        <ExportKey accountId={account.id} />
      </Screen>
    );
  }
  return (
    <Screen key={account.id} title={account.label} back={routeTo("accounts")} width="narrow">
      <AccountDetails account={account} />
    </Screen>
  );
}
