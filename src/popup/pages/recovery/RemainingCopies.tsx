import { useState } from "react";
import { localKeys } from "../../../core/store/keys.ts";
import { usePlatform } from "../../data/page-context.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { dayForFilename } from "../backup/filename.ts";

/** Downloads what can still be read of the vault: a good copy by the worker, else both copies as they lie there. */
export function RemainingCopies() {
  const { t, errorText } = useI18n();
  const { downloadText, localStore, readSecondCopy } = usePlatform();
  const sealed = useCommand("vault.exportSealed");
  const [saved, setSaved] = useState<string>();
  const [failed, setFailed] = useState(false);

  async function download(): Promise<void> {
    setFailed(false);
    const text = (await sealed.run({}))?.json ?? (await rawCopies());
    if (text === undefined) {
      setFailed(true);
      return;
    }
    const name = `weir-copies-${dayForFilename(new Date())}.json`;
    downloadText(name, text, "application/json");
    setSaved(name);
  }

  /** What lies there unchecked: sealed, or what damage made of that. One copy alone is a backup file by itself. */
  async function rawCopies(): Promise<string | undefined> {
    const nothing = (): undefined => undefined;
    const [first, second] = await Promise.all([
      localStore.get(localKeys.vault).catch(nothing),
      readSecondCopy().catch(nothing),
    ]);
    const [one, other] = [first, second].map((copy) =>
      copy === undefined ? undefined : JSON.stringify(copy),
    );
    if (one === undefined || other === undefined || one === other) return one ?? other;
    return JSON.stringify({ first, second });
  }

  return (
    <Stack gap={3}>
      <Button icon="download" busy={sealed.busy} onClick={() => void download()}>
        {t("recovery.download")}
      </Button>
      {failed && sealed.error && <Notice tone="danger">{errorText(sealed.error)}</Notice>}
      {saved && <Notice tone="success">{t("backup.file-done", { name: saved })}</Notice>}
    </Stack>
  );
}
