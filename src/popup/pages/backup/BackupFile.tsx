import { useState } from "react";
import { FormError } from "../../app/FormError.tsx";
import { usePlatform } from "../../data/page-context.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { dayForFilename } from "./filename.ts";

/** Downloads the sealed vault. Also for recovery: whatever the worker can still give is offered. */
export function BackupFile() {
  const { t } = useI18n();
  const { downloadText } = usePlatform();
  const sealed = useCommand("vault.exportSealed");
  const [saved, setSaved] = useState<string>();

  async function download(): Promise<void> {
    const answer = await sealed.run({});
    if (!answer) return;
    const name = `weir-backup-${dayForFilename(new Date())}.json`;
    downloadText(name, answer.json, "application/json");
    setSaved(name);
  }

  return (
    <Stack>
      <p>{t("backup.file-explain")}</p>
      <p>{t("backup.file-not-phrase")}</p>
      <FormError error={sealed.error} />
      {saved && <Notice tone="success">{t("backup.file-done", { name: saved })}</Notice>}
      <Button icon="download" variant="primary" wide busy={sealed.busy} onClick={() => void download()}>
        {t("backup.file-download")}
      </Button>
    </Stack>
  );
}
