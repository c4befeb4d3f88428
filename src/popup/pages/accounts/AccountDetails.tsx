import { useState } from "react";
import type { Account } from "../../../core/account/account.ts";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { navigate, routeTo } from "../../app/router.ts";
import { useSelectedAccount } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { AddressCard } from "./AddressCard.tsx";

/** One account: address, name, where it comes from, and what can be done with it. */
export function AccountDetails({ account }: { readonly account: Account }) {
  const { t, formatDateTime } = useI18n();
  const selected = useSelectedAccount();
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
          onClick={() =>
            void select.run({ id: account.id }).then((done) => done && navigate(routeTo("portfolio")))
          }
        >
          {t("accounts.use")}
        </Button>
      )}
      <Rename account={account} />
      <Card>
        <KeyValue
          items={[
            { key: "kind", label: t("accounts.kind"), value: t(`accounts.kind-${account.kind}`) },
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
      {account.kind !== "watch" && (
        <Button icon="key" onClick={() => navigate(routeTo(`accounts/${account.id}/export`))}>
          {t("accounts.export")}
        </Button>
      )}
    </Stack>
  );
}

function Rename({ account }: { readonly account: Account }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const rename = useCommand("accounts.rename");
  const [label, setLabel] = useState(account.label);
  const changed = label.trim() !== account.label && label.trim() !== "";

  async function submit(): Promise<void> {
    if (!changed || rename.busy) return;
    if (await rename.run({ id: account.id, label: label.trim() })) announce(t("accounts.renamed"));
  }

  return (
    <Form onSubmit={submit} testId="rename-form">
      <TextField
        label={t("accounts.name")}
        value={label}
        maxLength={40}
        onChange={setLabel}
        hint={t("accounts.name-hint")}
      />
      <FormError error={rename.error} />
      {changed && (
        <Button type="submit" busy={rename.busy}>
          {t("accounts.rename")}
        </Button>
      )}
    </Form>
  );
}
