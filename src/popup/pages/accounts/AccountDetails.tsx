import type { Account } from "../../../core/account/account.ts";
import { FormError } from "../../app/FormError.tsx";
import { navigate, navigateFromHere, routeTo } from "../../app/router.ts";
import { useAccounts, useSelectedAccount } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useOpenPairing } from "../../flows/pair/reach.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { AddressCard } from "./AddressCard.tsx";
import { holdsKey } from "./holds-key.ts";
import { RemoveAccount } from "./Remove.tsx";
import { Rename } from "./Rename.tsx";

/** One account: address, name, where it comes from, and what can be done with it. */
export function AccountDetails({ account }: { readonly account: Account }) {
  const { t, formatDateTime } = useI18n();
  const selected = useSelectedAccount();
  const device = useAccounts().value?.devices.find((each) => each.id === account.deviceId);
  const openPairing = useOpenPairing();
  const select = useCommand("accounts.select");
  const hide = useCommand("accounts.setHidden");
  return (
    <Stack gap={5}>
      <AddressCard address={account.address} label={account.label} />
      {selected?.id !== account.id && (
        <Button
          variant="primary"
          wide
          busy={select.busy}
          onClick={() => {
            const go = navigateFromHere();
            void select.run({ id: account.id }).then((done) => done && go(routeTo("portfolio")));
          }}
        >
          {t("accounts.use")}
        </Button>
      )}
      <Rename command="accounts.rename" id={account.id} label={account.label} />
      <Card>
        <KeyValue
          items={[
            { key: "kind", label: t("accounts.kind"), value: t(`accounts.kind-${account.kind}`) },
            ...(device === undefined
              ? []
              : [{ key: "device", label: t("accounts.device"), value: device.label }]),
            ...(account.path === undefined
              ? []
              : [{ key: "path", label: t("accounts.path"), value: <code>{account.path}</code> }]),
            {
              key: "added",
              label: t("accounts.added-on"),
              value: formatDateTime(account.createdAt, "date"),
            },
          ]}
        />
      </Card>
      <FormError error={select.error ?? hide.error} />
      <Switch
        label={t("accounts.hide")}
        hint={t("accounts.hide-text")}
        checked={account.hidden}
        disabled={hide.busy}
        onChange={(hidden) => void hide.run({ id: account.id, hidden })}
      />
      {device && (
        <>
          <Button
            icon="ledger"
            onClick={() => openPairing(routeTo("pair/verify", { account: account.id }), navigate)}
          >
            {t("accounts.verify")}
          </Button>
          <Button onClick={() => navigate(routeTo(`accounts/devices/${device.id}`))}>
            {t("accounts.show-device")}
          </Button>
        </>
      )}
      {holdsKey(account) ? (
        <Button icon="key" onClick={() => navigate(routeTo(`accounts/${account.id}/export`))}>
          {t("accounts.export")}
        </Button>
      ) : (
        <RemoveAccount account={account} />
      )}
    </Stack>
  );
}
