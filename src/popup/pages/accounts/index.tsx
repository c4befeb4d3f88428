import { navigate, routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { AccountDetails } from "./AccountDetails.tsx";
import { AccountsOverview } from "./AccountsOverview.tsx";
import { AddAccount } from "./AddAccount.tsx";
import { DeviceDetails } from "./DeviceDetails.tsx";
import { ExportKey } from "./ExportKey.tsx";
import { holdsKey } from "./holds-key.ts";

/** #/accounts, #/accounts/add, #/accounts/devices/<id>, #/accounts/<id>, #/accounts/<id>/export. */
export default function AccountsPage() {
  const { t } = useI18n();
  const [, id, part] = useRoute().segments;
  const list = useAccounts().value;
  const account = list?.accounts.find((each) => each.id === id);
  const device = id === "devices" ? list?.devices.find((each) => each.id === part) : undefined;
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
  if (device !== undefined) {
    return (
      <Screen key={device.id} title={device.label} back={routeTo("accounts")} width="narrow">
        <DeviceDetails
          device={device}
          accounts={list?.accounts.filter((each) => each.deviceId === device.id) ?? []}
        />
      </Screen>
    );
  }
  if (account === undefined) {
    return (
      <Screen key="unknown" title={t("accounts.title")} back={routeTo("accounts")}>
        <EmptyState
          icon="info"
          title={id === "devices" ? t("accounts.unknown-device") : t("accounts.unknown")}
        />
      </Screen>
    );
  }
  if (part === "export" && holdsKey(account)) {
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
