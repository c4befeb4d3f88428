import { useEffect, useState } from "react";
import { Form } from "../../app/Form.tsx";
import { Password } from "../../app/Password.tsx";
import { PasswordSubmit } from "../../app/PasswordSubmit.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useSecretClipboard } from "./secret-clipboard.ts";

/** An account's private key behind the password: hidden until asked for, hidden again when the window is left. */
export function ExportKey({ accountId }: { readonly accountId: string }) {
  const { t } = useI18n();
  const open = useCommand("vault.exportKey");
  const [password, setPassword] = useState("");
  const [key, setKey] = useState<string>();

  async function submit(): Promise<void> {
    if (password === "" || open.busy) return;
    const answer = await open.run({ password, accountId });
    setPassword("");
    setKey(answer?.key);
  }

  return (
    <Stack>
      <Notice tone="warn" still>
        {t("accounts.export-text")}
      </Notice>
      {key === undefined ? (
        <Form onSubmit={submit} testId="export-key-form">
          <Password label={t("common.password")} value={password} onChange={setPassword} autoFocus />
          <PasswordSubmit error={open.error} busy={open.busy} disabled={password === ""}>
            {t("accounts.export-run")}
          </PasswordSubmit>
        </Form>
      ) : (
        <ShownKey secret={key} />
      )}
    </Stack>
  );
}

function ShownKey({ secret }: { readonly secret: string }) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  const clipboard = useSecretClipboard(secret);

  useEffect(() => {
    const hide = (): void => setShown(false);
    window.addEventListener("blur", hide);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("blur", hide);
      document.removeEventListener("visibilitychange", hide);
    };
  }, []);

  return (
    <Stack>
      <Card tone="sunken">
        <output aria-label={t("accounts.export-key")} data-testid="exported-key">
          {shown ? <code>{secret}</code> : t("backup.hidden")}
        </output>
      </Card>
      <Button icon={shown ? "eye-off" : "eye"} wide onClick={() => setShown(!shown)}>
        {shown ? t("accounts.export-hide") : t("accounts.export-show")}
      </Button>
      <Button icon="copy" wide onClick={() => void clipboard.copy()}>
        {t("accounts.export-copy")}
      </Button>
      <p>{t("accounts.export-copy-warning")}</p>
      {clipboard.state === "copied" && (
        <Notice
          tone="warn"
          action={
            <Button size="sm" onClick={() => void clipboard.clear()}>
              {t("accounts.export-clear")}
            </Button>
          }
        >
          {t("accounts.export-copied")}
        </Notice>
      )}
      {clipboard.state === "cleared" && <Notice tone="success">{t("accounts.export-cleared")}</Notice>}
      {clipboard.state === "not-cleared" && <Notice tone="danger">{t("accounts.export-not-cleared")}</Notice>}
      {clipboard.state === "failed" && <Notice tone="danger">{t("common.copy-failed")}</Notice>}
    </Stack>
  );
}
