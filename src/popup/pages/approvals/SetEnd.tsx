import { useState } from "react";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import type { ShownAllowance } from "./shown.ts";

const daySeconds = 86_400;
const choices = [1, 7, 30, 90, 365];

export interface SetEndProps {
  /** Undefined closes the dialog. */
  readonly shown: ShownAllowance | undefined;
  readonly now: number;
  readonly onClose: () => void;
}

/** Gives an allowance another end: when the wallet offers to take it back. */
export function SetEnd({ shown, now, onClose }: SetEndProps) {
  const { t, formatDuration } = useI18n();
  const announce = useAnnounce();
  const save = useCommand("leases.set");
  const [days, setDays] = useState("7");

  async function set(): Promise<void> {
    if (!shown) return;
    const done = await save.run({ key: shown.key, until: now + Number(days) * daySeconds });
    if (!done) return;
    announce(t("approvals.end-set"));
    onClose();
  }

  return (
    <Dialog
      open={shown !== undefined}
      title={t("approvals.set-end")}
      closeLabel={t("common.close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void set()}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <Stack>
        <FormError error={save.error} />
        <p>{t("approvals.end-explain")}</p>
        <Select
          label={t("approvals.end-after")}
          value={days}
          options={choices.map((each) => ({ value: String(each), label: formatDuration(each * daySeconds) }))}
          onChange={setDays}
        />
      </Stack>
    </Dialog>
  );
}
