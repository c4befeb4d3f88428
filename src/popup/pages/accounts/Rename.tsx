import { useState } from "react";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { TextField } from "../../ui/TextField.tsx";

export interface RenameProps {
  readonly command: "accounts.rename" | "devices.rename";
  readonly id: string;
  /** Its present name. */
  readonly label: string;
}

/** The name of an account or a device; the button appears with a change. */
export function Rename({ command, id, label }: RenameProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const rename = useCommand(command);
  const [text, setText] = useState(label);
  const changed = text.trim() !== label && text.trim() !== "";

  async function submit(): Promise<void> {
    if (!changed || rename.busy) return;
    if (await rename.run({ id, label: text.trim() })) announce(t("accounts.renamed"));
  }

  return (
    <Form onSubmit={submit} testId="rename-form">
      <TextField
        label={t("accounts.name")}
        value={text}
        maxLength={40}
        onChange={setText}
        hint={t("accounts.name-hint")}
      />
      <FormError error={rename.error} />
      {changed && (
        <Button type="submit" busy={rename.busy}>
          {t("accounts.rename")}
        </Button>
      )}
    </Form>
  );
}
