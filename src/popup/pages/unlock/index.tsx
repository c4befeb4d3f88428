import { type FormEvent, useEffect, useState } from "react";
import type { ErrorReport } from "../../../core/errors/index.ts";
import type { VaultStatus } from "../../../messages/popup/vault.ts";
import { Password } from "../../app/Password.tsx";
import { useWait } from "../../app/use-wait.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./unlock.module.css";

export interface UnlockPageProps {
  /** The worker's word, when it came. */
  readonly status: VaultStatus | undefined;
  /** Why it did not come. */
  readonly error: ErrorReport | undefined;
  readonly refresh: () => Promise<void>;
}

/** Takes the password. The wallet appears when the lock state in storage changes, not before. */
export function UnlockPage({ status, error, refresh }: UnlockPageProps) {
  const { t, errorText, formatDuration } = useI18n();
  const [password, setPassword] = useState("");
  const unlock = useCommand("vault.unlock");
  const wait = useWait(unlock.error, status?.waitSeconds);
  const wrong = unlock.error?.code === "vault/wrong-password" || unlock.error?.code === "vault/wait";
  useEffect(() => {
    document.title = t("shell.title", { page: t("unlock.title") });
  }, [t]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (password === "" || unlock.busy || wait > 0) return;
    const done = await unlock.run({ password });
    if (done) setPassword("");
    await refresh();
  }

  const fieldError = !wrong
    ? undefined
    : wait > 0
      ? t("unlock.wrong")
      : `${t("unlock.wrong")} ${t("unlock.can-try")}`;
  return (
    <Page title={t("unlock.title")} skipLabel={t("common.skip-to-content")} width="narrow" hideTitle>
      <form className={styles.form} onSubmit={(event) => void submit(event)} data-testid="unlock-form">
        <div className={styles.logo}>
          <Logo size={56} />
          <p className={styles.title} aria-hidden="true">
            {t("unlock.title")}
          </p>
        </div>
        <Stack>
          {error && (
            <Notice
              tone="danger"
              action={<Button onClick={() => void refresh()}>{t("common.retry")}</Button>}
            >
              {errorText(error)}
            </Notice>
          )}
          {unlock.error && !wrong && <Notice tone="danger">{errorText(unlock.error)}</Notice>}
          <Password
            label={t("unlock.password")}
            value={password}
            onChange={setPassword}
            error={fieldError}
            autoFocus
          />
          {wait > 0 && (
            <p role="timer" data-testid="unlock-wait">
              {t("unlock.wait", { time: formatDuration(wait) })}
            </p>
          )}
          <Button
            type="submit"
            variant="primary"
            wide
            busy={unlock.busy}
            disabled={password === "" || wait > 0}
          >
            {unlock.busy ? t("unlock.working") : t("unlock.run")}
          </Button>
          <details>
            <summary>{t("unlock.forgot")}</summary>
            <p>{t("unlock.forgot-text")}</p>
          </details>
        </Stack>
      </form>
    </Page>
  );
}
