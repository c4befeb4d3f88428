import { useState } from "react";
import { Form } from "../../app/Form.tsx";
import { Password } from "../../app/Password.tsx";
import { PasswordSubmit } from "../../app/PasswordSubmit.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { TextField } from "../../ui/TextField.tsx";

/** What the worker wants to hear once the word of the user's language was typed. */
const confirmation = "wipe";

/** Removes everything, behind a typed word; with `withPassword` (a vault that opens) behind the password too. */
export function WipeForm({ withPassword = false }: { readonly withPassword?: boolean }) {
  const { t } = useI18n();
  const wipe = useCommand("vault.wipe");
  const [have, setHave] = useState(false);
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const word = t("recovery.remove-word");
  const ready = have && typed.trim().toUpperCase() === word && (!withPassword || password !== "");

  async function submit(): Promise<void> {
    if (!ready || wipe.busy) return;
    const done = await wipe.run(withPassword ? { password, confirmation } : { confirmation });
    setPassword("");
    if (!done) return;
    location.hash = "";
    location.reload();
  }

  return (
    <Form onSubmit={submit} testId="wipe-form">
      <p>{t("recovery.remove-explain")}</p>
      <Checkbox label={t("recovery.remove-have")} checked={have} onChange={setHave} />
      <TextField
        label={t("recovery.remove-type", { word })}
        value={typed}
        onChange={setTyped}
        maxLength={20}
      />
      {withPassword && <Password label={t("common.password")} value={password} onChange={setPassword} />}
      <PasswordSubmit error={wipe.error} variant="danger" busy={wipe.busy} disabled={!ready}>
        {t("recovery.remove-run")}
      </PasswordSubmit>
    </Form>
  );
}
