import { type ReactNode, useRef, useState } from "react";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Stack } from "../ui/Stack.tsx";

export interface FilePickerProps {
  readonly label: string;
  /** Longest content taken, in characters. */
  readonly maxLength: number;
  readonly onText: (text: string) => void;
  readonly hint?: ReactNode;
}

/** A button that reads a JSON file from this computer. Its text goes nowhere but to `onText`. */
export function FilePicker({ label, maxLength, onText, hint }: FilePickerProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ tone: "success" | "danger"; text: string }>();

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    // A JSON text has at most as many characters as bytes.
    if (file.size > maxLength) {
      setSaid({ tone: "danger", text: t("onboarding.file-large") });
      return;
    }
    try {
      onText(await file.text());
      setSaid({ tone: "success", text: t("onboarding.file-chosen", { name: file.name }) });
    } catch {
      setSaid({ tone: "danger", text: t("onboarding.file-unreadable") });
    }
  }

  return (
    <Stack gap={2}>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={label}
        hidden
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      <Button icon="upload" wide onClick={() => input.current?.click()}>
        {label}
      </Button>
      {hint}
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </Stack>
  );
}
