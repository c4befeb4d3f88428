import { useState } from "react";
import type { Input } from "../../../messages/popup/index.ts";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { NewPassword } from "./NewPassword.tsx";

type NewSecret = Input<"vault.create">["secret"];

export interface PasswordStepProps {
  readonly secret: NewSecret;
  readonly onCreated: (secretId: string | null, password: string, secret: NewSecret) => void;
}

const bringsSecret = ({ kind }: NewSecret): boolean => kind !== "new-phrase" && kind !== "none";

/** Takes the password and has the wallet made. */
export function PasswordStep({ secret, onCreated }: PasswordStepProps) {
  const { t } = useI18n();
  const create = useCommand("vault.create");
  const [password, setPassword] = useState<string>();
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (password === undefined || !understood || create.busy) return;
    const label = t("accounts.default-name", { number: 1 });
    const made = await create.run({ password, secret, ...(secret.kind === "none" ? {} : { label }) });
    if (made) onCreated(made.secretId, password, secret);
  }

  return (
    <Form onSubmit={submit} testId="password-form">
      <p>
        {secret.kind === "none" ? t("onboarding.password-explain-none") : t("onboarding.password-explain")}
      </p>
      <NewPassword onChange={setPassword} tried={tried} autoFocus />
      <Checkbox label={t("onboarding.understand")} checked={understood} onChange={setUnderstood} required />
      {tried && !understood && <Notice tone="danger">{t("onboarding.understand-needed")}</Notice>}
      <FormError error={create.error} />
      {create.busy && <Progress label={t("onboarding.creating")} />}
      <Button type="submit" variant="primary" wide busy={create.busy}>
        {bringsSecret(secret) ? t("onboarding.import-run") : t("onboarding.create-run")}
      </Button>
    </Form>
  );
}
