import { useState } from "react";
import type { Address } from "../../../core/account/account.ts";
import type { Device } from "../../../core/device/device.ts";
import { FormError } from "../../app/FormError.tsx";
import { navigateFromHere, routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useCommand } from "../../data/use-command.ts";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Addresses } from "./Addresses.tsx";
import { DeviceFactsCard } from "./DeviceFactsCard.tsx";

/** As many as one command takes. */
const most = 50;

export interface ChooseAddressesProps {
  readonly device: Device;
  readonly ledger: UsedLedger;
}

/** Which device it is, and which of its addresses become accounts. */
export function ChooseAddresses({ device, ledger }: ChooseAddressesProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Address>>(() => new Map());
  const add = useCommand("devices.add");
  const select = useCommand("accounts.select");

  async function submit(): Promise<void> {
    const go = navigateFromHere();
    const added = await add.run({
      deviceId: device.id,
      accounts: [...chosen].map(([path, address]) => ({ path, address })),
    });
    const [first] = added ?? [];
    if (added === undefined || first === undefined) return;
    await select.run({ id: first.id });
    announce(t("pair.added", { count: added.length }));
    go(routeTo("portfolio"), { replace: true });
  }

  const notYet =
    chosen.size === 0
      ? t("pair.none-selected")
      : chosen.size > most
        ? t("pair.too-many", { most })
        : undefined;
  return (
    <Screen
      key="addresses"
      title={t("pair.choose-title")}
      back={routeTo("accounts")}
      footer={
        <Button
          variant="primary"
          icon="plus"
          wide
          busy={add.busy || select.busy}
          disabledReason={notYet}
          onClick={() => void submit()}
        >
          {chosen.size === 0 ? t("pair.add-none") : t("pair.add", { count: chosen.size })}
        </Button>
      }
    >
      <Stack gap={5}>
        <FormError error={add.error} />
        <Section title={device.label}>
          <DeviceFactsCard device={device} />
        </Section>
        <Section title={t("pair.addresses")} description={t("pair.addresses-text")}>
          <Addresses device={device} ledger={ledger} chosen={chosen} onChoose={setChosen} />
        </Section>
      </Stack>
    </Screen>
  );
}
