import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";
import { useAnnounce } from "./LiveRegion.tsx";

export interface CopyButtonProps {
  /** What goes to the clipboard, never a secret. */
  readonly value: string;
  readonly label: string;
  readonly copiedLabel: string;
  readonly failedLabel: string;
  /** With its label as text instead of the icon alone. */
  readonly text?: boolean | undefined;
}

type State = "idle" | "copied" | "failed";

/** Copies a text and says so, to the eye for two seconds and to screen readers once. */
export function CopyButton({ value, label, copiedLabel, failedLabel, text }: CopyButtonProps) {
  const [state, setState] = useState<State>("idle");
  const announce = useAnnounce();
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2_000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
      announce(copiedLabel);
    } catch {
      setState("failed");
      announce(failedLabel);
    }
  }

  const shown = { idle: label, copied: copiedLabel, failed: failedLabel }[state];
  const icon = ({ idle: "copy", copied: "check", failed: "warning" } as const)[state];
  return text ? (
    <Button icon={icon} size="sm" onClick={() => void copy()}>
      {shown}
    </Button>
  ) : (
    <IconButton icon={icon} label={shown} size="sm" onClick={() => void copy()} />
  );
}
