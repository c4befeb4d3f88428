import { type Device, firstPath } from "../../../core/device/device.ts";
import { FormError } from "../../app/FormError.tsx";
import { navigate, routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Connect } from "./Connect.tsx";
import { Intro } from "./Intro.tsx";
import { withPhraseOf } from "./reach.ts";

export interface BeginProps {
  readonly ledger: UsedLedger;
  readonly onPaired: (device: Device) => void;
}

/** Explains, connects, and has the device's record made or renewed. */
export function Begin({ ledger, onPaired }: BeginProps) {
  const { t } = useI18n();
  const { params } = useRoute();
  const announce = useAnnounce();
  const devices = useAccounts().value?.devices ?? [];
  const wanted = devices.find((each) => each.id === params.get("device"));
  const pair = useCommand("devices.pair");

  async function connect(): Promise<void> {
    pair.reset();
    const found = await ledger.run(async (session, options) => {
      const read = async () => ({
        facts: session.facts,
        firstAddress: await session.addressAt(firstPath, { ...options, show: false }),
      });
      return wanted === undefined ? read() : withPhraseOf(wanted.firstAddress, read)(session, options);
    });
    if (found === undefined) return;
    const { firstAddress, facts } = found;
    const device = await pair.run({
      model: facts.model,
      firstAddress,
      ...(facts.firmware === undefined ? {} : { firmware: facts.firmware }),
      appVersion: facts.appVersion,
    });
    if (device === undefined) return;
    announce(t("pair.connected", { label: device.label }));
    onPaired(device);
  }

  return (
    <Screen
      key="begin"
      title={wanted === undefined ? t("pair.title") : wanted.label}
      back={routeTo("accounts")}
    >
      <Stack gap={5}>
        <p>{t("pair.what")}</p>
        {wanted === undefined && <Intro />}
        <Stack gap={3}>
          {pair.busy ? (
            <Progress label={t("pair.pairing")} />
          ) : (
            <Connect
              ledger={ledger}
              onConnect={() => void connect()}
              action={t("pair.connect")}
              chooseFirst={params.get("choose") === "yes"}
            />
          )}
          <FormError error={pair.error} />
          {wanted && ledger.error?.code === "device/wrong-device" && (
            <Button wide onClick={() => navigate(routeTo("pair"), { replace: true })}>
              {t("pair.another")}
            </Button>
          )}
        </Stack>
      </Stack>
    </Screen>
  );
}
