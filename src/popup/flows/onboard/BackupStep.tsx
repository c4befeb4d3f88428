import { useState } from "react";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { PhraseBackup } from "../../pages/backup/PhraseBackup.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Stack } from "../../ui/Stack.tsx";

export interface BackupStepProps {
  readonly secretId: string;
  /** Chosen a moment ago; not asked for again. */
  readonly password: string;
  readonly onDone: () => void;
}

/** Writing the phrase down, now or later. Later leaves a reminder on every screen. */
export function BackupStep({ secretId, password, onDone }: BackupStepProps) {
  const { t } = useI18n();
  const [state, setState] = useState<"asked" | "running" | "verified">("asked");
  if (state === "verified") {
    return (
      <EmptyState
        icon="check"
        title={t("backup.verified-title")}
        action={
          <Button variant="primary" onClick={onDone}>
            {t("onboarding.go")}
          </Button>
        }
      >
        {t("backup.verified-text")}
      </EmptyState>
    );
  }
  return (
    <Stack>
      {state === "asked" ? (
        <>
          <p>{t("onboarding.backup-explain")}</p>
          <Button variant="primary" wide onClick={() => setState("running")}>
            {t("onboarding.backup-start")}
          </Button>
        </>
      ) : (
        <PhraseBackup
          secretId={secretId}
          password={password}
          verify
          onVerified={() => setState("verified")}
        />
      )}
      <Button variant="quiet" wide onClick={onDone}>
        {t("onboarding.backup-later")}
      </Button>
      <p>{t("onboarding.backup-later-text")}</p>
    </Stack>
  );
}
