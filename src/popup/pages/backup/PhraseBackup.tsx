import { useEffect, useRef, useState } from "react";
import { Form } from "../../app/Form.tsx";
import { Password } from "../../app/Password.tsx";
import { PasswordSubmit } from "../../app/PasswordSubmit.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { VerifyWords } from "./VerifyWords.tsx";
import { WordByWord } from "./WordByWord.tsx";

export interface PhraseBackupProps {
  readonly secretId: string;
  /** The password when it was typed just before; it is then not asked for again. */
  readonly password?: string | undefined;
  /** Whether the three words are asked for at the end. */
  readonly verify: boolean;
  readonly onVerified: () => void;
}

/** Password → words one by one → three of them asked for. */
export function PhraseBackup({ secretId, password: known, verify, onVerified }: PhraseBackupProps) {
  const { t } = useI18n();
  const { run, busy, error } = useCommand("vault.openReveal");
  const [password, setPassword] = useState("");
  const [opened, setOpened] = useState<{ token: string; words: number; hasPassphrase: boolean }>();
  const [verifying, setVerifying] = useState(false);
  const begun = useRef(false);

  useEffect(() => {
    if (known === undefined || begun.current) return;
    begun.current = true;
    void run({ password: known, secretId }).then(setOpened);
  }, [known, run, secretId]);

  async function submit(): Promise<void> {
    if (password === "" || busy) return;
    setOpened(await run({ password, secretId }));
    setPassword("");
  }

  if (verifying) {
    return <VerifyWords secretId={secretId} onVerified={onVerified} onAgain={() => setVerifying(false)} />;
  }
  if (opened) {
    return <WordByWord {...opened} onWritten={verify ? () => setVerifying(true) : undefined} />;
  }
  if (known !== undefined && error === undefined) return <p role="status">{t("common.working")}</p>;
  return (
    <Form onSubmit={submit} testId="reveal-form">
      <p>{t("backup.password-explain")}</p>
      <Password label={t("common.password")} value={password} onChange={setPassword} autoFocus />
      <PasswordSubmit error={error} busy={busy} disabled={password === ""}>
        {t("backup.open")}
      </PasswordSubmit>
    </Form>
  );
}
