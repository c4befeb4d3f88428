import type { Account } from "../../../core/account/account.ts";
import type { Device } from "../../../core/device/device.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { DeviceFactsCard } from "../../flows/pair/DeviceFactsCard.tsx";
import { useOpenPairing } from "../../flows/pair/reach.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AccountRows } from "./AccountRows.tsx";
import { RemoveDevice } from "./Remove.tsx";
import { Rename } from "./Rename.tsx";

export interface DeviceDetailsProps {
  readonly device: Device;
  /** The accounts that sign with it. */
  readonly accounts: readonly Account[];
}

/** A paired Ledger: what it is, its accounts, and what can be done with it. */
export function DeviceDetails({ device, accounts }: DeviceDetailsProps) {
  const { t } = useI18n();
  const openPairing = useOpenPairing();
  const pair = (choose?: "yes") => openPairing(routeTo("pair", { device: device.id, choose }), navigate);
  return (
    <Stack gap={5}>
      <Rename command="devices.rename" id={device.id} label={device.label} />
      <DeviceFactsCard device={device} />
      <Section title={t("accounts.title")}>
        {accounts.length > 0 ? (
          <AccountRows label={t("accounts.title")} accounts={accounts} />
        ) : (
          <p>{t("accounts.device-empty")}</p>
        )}
      </Section>
      <Button variant="primary" icon="plus" wide onClick={() => pair()}>
        {t("accounts.more-addresses")}
      </Button>
      <Section title={t("accounts.choose-again")} description={t("accounts.choose-again-text")}>
        <Button icon="ledger" onClick={() => pair("yes")}>
          {t("accounts.choose-again")}
        </Button>
      </Section>
      <RemoveDevice device={device} count={accounts.length} />
    </Stack>
  );
}
