import { useState } from "react";
import { FilePicker } from "../../app/FilePicker.tsx";
import { Form } from "../../app/Form.tsx";
import { Password } from "../../app/Password.tsx";
import { PasswordSubmit } from "../../app/PasswordSubmit.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";

/** Takes an exported sealed vault and its password. `onRestored` when the worker has put it in place. */
export function RestoreForm({ onRestored }: { readonly onRestored: () => void }) {
  const { t } = useI18n();
  const restore = useCommand("vault.restore");
  const [json, setJson] = useState("");
  const [password, setPassword] = useState("");

  async function submit(): Promise<void> {
    if (json === "" || password === "" || restore.busy) return;
    const done = await restore.run({ json, password });
    setPassword("");
    if (done) onRestored();
  }

  return (
    <Form onSubmit={submit} testId="restore-form">
      <p>{t("onboarding.restore-explain")}</p>
      <FilePicker label={t("onboarding.restore-file")} maxLength={2_000_000} onText={setJson} />
      <Password label={t("onboarding.restore-password")} value={password} onChange={setPassword} />
      <PasswordSubmit error={restore.error} busy={restore.busy} disabled={json === "" || password === ""}>
        {restore.busy ? t("onboarding.restoring") : t("onboarding.restore-run")}
      </PasswordSubmit>
    </Form>
  );
}
