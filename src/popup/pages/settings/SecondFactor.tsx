import { useState } from "react";
import type { Account } from "../../../core/account/account.ts";
import { Form } from "../../app/Form.tsx";
import { Password } from "../../app/Password.tsx";
import { PasswordSubmit } from "../../app/PasswordSubmit.tsx";
import { navigate, routeTo } from "../../app/router.ts";
import { usePlatform } from "../../data/page-context.ts";
import { useAccounts } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { Stack } from "../../ui/Stack.tsx";

/** Which Ledger account confirms what other accounts do, what that means, and switching it off. */
export default function SecondFactor() {
  const { t, errorText } = useI18n();
  const { browserName } = usePlatform();
  const list = useAccounts().value;
  const onLedger = list?.accounts.filter((account) => account.kind === "ledger") ?? [];
  if (list === undefined) return null;
  // Afterwards the phrase could not be shown without the device, and would be the way out when that is lost.
  const unsaved = list.phrases.find(({ backedUp }) => !backedUp);
  if (onLedger.length === 0) {
    return (
      <EmptyState
        icon="ledger"
        title={t("settings.second-factor")}
        action={
          <Button variant="primary" onClick={() => navigate(routeTo("accounts/add"))}>
            {t("settings.factor-pair")}
          </Button>
        }
      >
        {t("settings.factor-none")}
      </EmptyState>
    );
  }
  return (
    <Stack>
      <p>{t("settings.factor-explain")}</p>
      <p>{t("settings.factor-critical")}</p>
      <Notice tone="warn" still>
        {t("settings.factor-lost")}
      </Notice>
      {browserName === "firefox" ? (
        <Notice tone="warn" still>
          {errorText({ code: "device/unsupported-browser" })}
        </Notice>
      ) : unsaved !== undefined && list.secondFactorId === undefined ? (
        <Notice
          tone="danger"
          still
          action={
            <Button size="sm" onClick={() => navigate(routeTo(`backup/${unsaved.id}`))}>
              {t("shell.backup-now")}
            </Button>
          }
        >
          {t("settings.factor-unsaved")}
        </Notice>
      ) : (
        <FactorForm onLedger={onLedger} current={onLedger.find(({ id }) => id === list.secondFactorId)} />
      )}
    </Stack>
  );
}

interface FactorFormProps {
  readonly onLedger: readonly Account[];
  readonly current: Account | undefined;
}

function FactorForm({ onLedger, current }: FactorFormProps) {
  const { t } = useI18n();
  const set = useCommand("devices.setSecondFactor");
  const [chosenId, setChosenId] = useState<string>();
  const [password, setPassword] = useState("");
  const [said, setSaid] = useState<string>();
  const chosen = onLedger.find(({ id }) => id === (chosenId ?? current?.id)) ?? onLedger[0];
  const same = chosen?.id === current?.id;

  async function run(account: Account | undefined): Promise<void> {
    if (password === "" || set.busy) return;
    setSaid(undefined);
    const done = await set.run({ accountId: account?.id ?? null, password });
    setPassword("");
    if (done === undefined) return;
    setSaid(
      account === undefined
        ? t("settings.factor-is-off")
        : t("settings.factor-is-set", { account: account.label }),
    );
  }

  return (
    <Form onSubmit={() => (same ? undefined : run(chosen))} testId="second-factor-form">
      {said && <Notice tone="success">{said}</Notice>}
      {current && (
        <Notice tone="info" still>
          {t("settings.factor-current", { account: current.label })} {t("settings.factor-device")}
        </Notice>
      )}
      <RadioCards
        legend={t("settings.factor-account")}
        value={chosen?.id}
        disabled={set.busy}
        onChange={setChosenId}
        options={onLedger.map(({ id, label, address }) => ({
          value: id,
          label,
          description: <AddressText address={address} short />,
        }))}
      />
      <Password label={t("common.password")} value={password} onChange={setPassword} disabled={set.busy} />
      {set.busy && <Progress label={t("settings.factor-asking")} />}
      <PasswordSubmit error={set.error} variant="primary" busy={set.busy} disabled={password === "" || same}>
        {t(current === undefined ? "settings.factor-set" : "settings.factor-change")}
      </PasswordSubmit>
      {current && (
        <Button
          variant="danger"
          wide
          disabled={set.busy || password === ""}
          onClick={() => void run(undefined)}
        >
          {t("settings.factor-off")}
        </Button>
      )}
    </Form>
  );
}
