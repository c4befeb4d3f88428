import { useEffect, useState } from "react";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TextField } from "../../ui/TextField.tsx";

export interface VerifyWordsProps {
  readonly secretId: string;
  readonly onVerified: () => void;
  /** Back to the words. */
  readonly onAgain?: (() => void) | undefined;
}

/** Asks for the words at the places that the worker chose. */
export function VerifyWords({ secretId, onVerified, onAgain }: VerifyWordsProps) {
  const { t } = useI18n();
  const { run: ask, error: askError } = useCommand("vault.backupChallenge");
  const verify = useCommand("vault.verifyBackup");
  const [positions, setPositions] = useState<number[]>();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});

  useEffect(() => {
    void ask({ secretId }).then((answer) => {
      if (answer) setPositions(answer.positions.toSorted((a, b) => a - b));
    });
  }, [ask, secretId]);

  const complete = positions?.every((position) => typed[position]?.trim()) ?? false;

  async function submit(): Promise<void> {
    if (!positions || !complete || verify.busy) return;
    const words = positions.map((position) => ({
      position,
      word: (typed[position] ?? "").trim().toLowerCase(),
    }));
    if (await verify.run({ secretId, words })) onVerified();
  }

  return (
    <Form onSubmit={submit} testId="verify-form">
      <p>{t("backup.verify-explain")}</p>
      <FormError error={askError} />
      {positions === undefined && askError === undefined && (
        <Skeleton height="8rem" label={t("common.loading")} />
      )}
      {positions?.map((position, place) => (
        <TextField
          key={position}
          label={t("backup.verify-word", { position: position + 1 })}
          value={typed[position] ?? ""}
          maxLength={20}
          mono
          autoFocus={place === 0}
          onChange={(value) => setTyped((before) => ({ ...before, [position]: value }))}
        />
      ))}
      <FormError error={verify.error} />
      <Button type="submit" variant="primary" wide busy={verify.busy} disabled={!complete}>
        {t("backup.verify-run")}
      </Button>
      {onAgain && (
        <Button variant="quiet" wide onClick={onAgain}>
          {t("backup.verify-again")}
        </Button>
      )}
    </Form>
  );
}
