import { useCommand } from "../data/use-command.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { IconButton } from "../ui/IconButton.tsx";

/** Locks the wallet at once. */
export function LockButton() {
  const { t } = useI18n();
  const lock = useCommand("vault.lock");
  return (
    <IconButton icon="lock" label={t("shell.lock-now")} busy={lock.busy} onClick={() => void lock.run({})} />
  );
}
