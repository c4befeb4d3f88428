import { useState } from "react";
import type { ErrorReport } from "../../../core/errors/index.ts";
import type { SecretInput } from "../../../messages/popup/vault.ts";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type SecretDraft, SecretForm, secretOf } from "./SecretForm.tsx";
import { secretProblem } from "./secret-problem.ts";

export interface ImportStepProps {
  readonly draft: SecretDraft;
  readonly onChange: (draft: SecretDraft) => void;
  readonly onDone: (secret: SecretInput) => void;
}

/** The secret first, the password after. Its form is judged here; the worker checks it again when the wallet is made. */
export function ImportStep({ draft, onChange, onDone }: ImportStepProps) {
  const { t } = useI18n();
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ErrorReport>();
  const secret = secretOf(draft);

  async function submit(): Promise<void> {
    setTried(true);
    if (secret === undefined) return;
    const found = await secretProblem(secret);
    setProblem(found);
    if (found === undefined) onDone(secret);
  }

  return (
    <Form onSubmit={submit} testId="import-form">
      <SecretForm
        draft={draft}
        onChange={(next) => {
          setProblem(undefined);
          onChange(next);
        }}
      />
      <FormError error={problem} />
      {tried && secret === undefined && <Notice tone="danger">{t("onboarding.import-needed")}</Notice>}
      <Button type="submit" variant="primary" wide>
        {t("common.continue")}
      </Button>
    </Form>
  );
}
