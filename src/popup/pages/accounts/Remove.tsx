import { type ReactNode, useState } from "react";
import type { Account } from "../../../core/account/account.ts";
import type { Device } from "../../../core/device/device.ts";
import { FormError } from "../../app/FormError.tsx";
import { navigateFromHere, routeTo } from "../../app/router.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Stack } from "../../ui/Stack.tsx";

interface RemoveProps {
  readonly command: "accounts.remove" | "devices.remove";
  readonly id: string;
  readonly label: string;
  /** What goes, and what stays. */
  readonly children: ReactNode;
}

/** Forgets an account without a key here, or a device, after asking. */
function Remove({ command, id, label, children }: RemoveProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const remove = useCommand(command);
  const [open, setOpen] = useState(false);

  function close(): void {
    setOpen(false);
    remove.reset();
  }

  async function confirm(): Promise<void> {
    const go = navigateFromHere();
    if (!(await remove.run({ id }))) return;
    close();
    announce(t("accounts.removed", { label }));
    go(routeTo("accounts"), { replace: true });
  }

  return (
    <>
      <Button icon="trash" onClick={() => setOpen(true)}>
        {t("accounts.remove")}
      </Button>
      <Dialog
        open={open}
        tone="danger"
        title={t("accounts.remove-title", { label })}
        closeLabel={t("common.close")}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t("common.cancel")}</Button>
            <Button variant="danger" busy={remove.busy} onClick={() => void confirm()}>
              {t("accounts.remove")}
            </Button>
          </>
        }
      >
        <Stack gap={3}>
          {children}
          <FormError error={remove.error} />
        </Stack>
      </Dialog>
    </>
  );
}

/** Takes an account that is watched or a Ledger's off the list. */
export function RemoveAccount({ account }: { readonly account: Account }) {
  const { t } = useI18n();
  return (
    <Remove command="accounts.remove" id={account.id} label={account.label}>
      <p>{account.kind === "ledger" ? t("accounts.remove-ledger-text") : t("accounts.remove-watch-text")}</p>
    </Remove>
  );
}

/** Forgets a Ledger with its accounts. */
export function RemoveDevice({ device, count }: { readonly device: Device; readonly count: number }) {
  const { t } = useI18n();
  return (
    <Remove command="devices.remove" id={device.id} label={device.label}>
      <p>{count === 0 ? t("accounts.remove-device-empty") : t("accounts.remove-device-text", { count })}</p>
      <p>{t("accounts.remove-device-stays")}</p>
    </Remove>
  );
}
