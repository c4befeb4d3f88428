import { useState } from "react";
import { Form } from "../../app/Form.tsx";
import { Password } from "../../app/Password.tsx";
import { PasswordSubmit } from "../../app/PasswordSubmit.tsx";
import { useCommand } from "../../data/use-command.ts";
import { NewPassword } from "../../flows/onboard/NewPassword.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";

/** The current password once, the new one twice. */
export function ChangePassword() {
  const { t } = useI18n();
  const change = useCommand("vault.changePassword");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState<string>();
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (current === "" || next === undefined || change.busy) return;
    if (!(await change.run({ current, next }))) return;
    setCurrent("");
    setDone(true);
  }

  if (done) return <Notice tone="success">{t("settings.password-done")}</Notice>;
  return (
    <Form onSubmit={submit} testId="change-password-form">
      <Password label={t("settings.password-current")} value={current} onChange={setCurrent} autoFocus />
      <NewPassword onChange={setNext} tried={tried} />
      {change.busy && <Progress label={t("settings.password-changing")} />}
      <PasswordSubmit error={change.error} busy={change.busy} disabled={current === ""}>
        {t("settings.password-run")}
      </PasswordSubmit>
    </Form>
  );
}
