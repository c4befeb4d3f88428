import type { Account } from "../../../core/account/account.ts";
import type { Device } from "../../../core/device/device.ts";
import { routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts } from "../../data/records.ts";
import { useLedgerSession } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Connect } from "./Connect.tsx";
import { type Compared, Comparison, useVerify } from "./VerifyAddress.tsx";

/** #/pair/verify?account=<id>: a Ledger account's address, here and on the device. */
export function VerifyAccount() {
  const { t } = useI18n();
  const { params } = useRoute();
  const list = useAccounts().value;
  const account = list?.accounts.find(({ id }) => id === params.get("account"));
  const device = list?.devices.find(({ id }) => id === account?.deviceId);
  const back = routeTo(account === undefined ? "accounts" : `accounts/${account.id}`);
  return (
    <Screen title={t("pair.verify-title")} back={back} width="narrow">
      {account?.path === undefined || device === undefined ? (
        <EmptyState icon="info" title={t("accounts.unknown")} />
      ) : (
        <Verification account={account} device={device} compared={{ ...account, path: account.path }} />
      )}
    </Screen>
  );
}

interface VerificationProps {
  readonly account: Account;
  readonly device: Device;
  readonly compared: Compared;
}

function Verification({ account, device, compared }: VerificationProps) {
  const { t } = useI18n();
  const ledger = useLedgerSession();
  const { same, verify } = useVerify(ledger, device.firstAddress, compared);
  return (
    <Stack>
      <p>{t("pair.verify-which", { account: account.label, device: device.label })}</p>
      <Comparison address={compared.address} same={same} />
      <Connect
        ledger={ledger}
        onConnect={() => void verify()}
        action={same ? t("pair.verify-again") : t("pair.verify")}
      />
    </Stack>
  );
}
