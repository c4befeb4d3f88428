import { useState } from "react";
import type { Device } from "../../../core/device/device.ts";
import { navigate, routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useLedgerSession } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Begin } from "./Begin.tsx";
import { ChooseAddresses } from "./ChooseAddresses.tsx";
import { Intro } from "./Intro.tsx";
import { useOpenPairing, useReach } from "./reach.ts";
import { Unreachable } from "./Unreachable.tsx";
import { VerifyAccount } from "./VerifyAccount.tsx";

/**
 * #/pair: a Ledger becomes known and its addresses accounts. #/pair?device=<id>: more addresses of a paired one (with
 * &choose=yes through the browser's dialog). #/pair/verify?account=<id>: an account's address on the device's screen.
 */
export default function PairFlow() {
  const { segments, hash } = useRoute();
  const verify = segments[1] === "verify";
  const reach = useReach();
  if (reach === "nowhere") return <NotHere verify={verify} />;
  if (reach === "tab") return <InTab route={hash} />;
  return verify ? <VerifyAccount key={hash} /> : <Pairing key={hash} />;
}

function NotHere({ verify }: { readonly verify: boolean }) {
  const { t } = useI18n();
  return (
    <Screen
      title={verify ? t("pair.verify-title") : t("pair.title")}
      back={routeTo("accounts")}
      width="narrow"
    >
      <Unreachable />
    </Screen>
  );
}

/** The browser's dialog would close a small window, so it leads to the tab. */
function InTab({ route }: { readonly route: string }) {
  const { t } = useI18n();
  const open = useOpenPairing();
  return (
    <Screen title={t("pair.title")} back={routeTo("accounts")} width="narrow">
      <Stack>
        <p>{t("pair.in-tab-text")}</p>
        <Button variant="primary" icon="external" wide onClick={() => open(route, navigate)}>
          {t("pair.in-tab")}
        </Button>
        <Intro />
      </Stack>
    </Screen>
  );
}

function Pairing() {
  const ledger = useLedgerSession({ keepOpen: true });
  const [device, setDevice] = useState<Device>();
  if (device === undefined) return <Begin ledger={ledger} onPaired={setDevice} />;
  return <ChooseAddresses ledger={ledger} device={device} />;
}
