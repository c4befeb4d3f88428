import { useState } from "react";
import type { SecretInput } from "../../../messages/popup/vault.ts";
import { Form } from "../../app/Form.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type SecretDraft, SecretForm, secretOf } from "./SecretForm.tsx";

export interface ImportStepProps {
  readonly draft: SecretDraft;
  readonly onChange: (draft: SecretDraft) => void;
  readonly onDone: (secret: SecretInput) => void;
}

/** The secret first, the password after; the worker checks both together when the wallet is made. */
export function ImportStep({ draft, onChange, onDone }: ImportStepProps) {
  const { t } = useI18n();
  const [tried, setTried] = useState(false);
  const secret = secretOf(draft);

  function submit(): void {
    if (secret === undefined) setTried(true);
    else onDone(secret);
  }

  return (
    <Form onSubmit={submit} testId="import-form">
      <SecretForm draft={draft} onChange={onChange} />
      {tried && secret === undefined && <Notice tone="danger">{t("onboarding.import-needed")}</Notice>}
      <Button type="submit" variant="primary" wide>
        {t("common.continue")}
      </Button>
    </Form>
  );
}
