import type { ReactNode } from "react";
import type { ErrorReport } from "../../core/errors/index.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { FormError } from "./FormError.tsx";
import { useWait } from "./use-wait.ts";

export interface PasswordSubmitProps {
  readonly error: ErrorReport | undefined;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly variant?: "primary" | "danger";
  readonly children: ReactNode;
}

/** The button of a form that asks for the password: what was wrong, and the wait that the worker asks for after it. */
export function PasswordSubmit({
  error,
  busy,
  disabled,
  variant = "primary",
  children,
}: PasswordSubmitProps) {
  const { t, formatDuration } = useI18n();
  const wait = useWait(error, undefined);
  const wrong = error?.code === "vault/wrong-password" || error?.code === "vault/wait";
  return (
    <>
      {wrong ? (
        <Notice tone="danger">
          {wait > 0 ? t("unlock.wrong") : `${t("unlock.wrong")} ${t("unlock.can-try")}`}
        </Notice>
      ) : (
        <FormError error={error} />
      )}
      {wait > 0 && (
        <p role="timer" data-testid="password-wait">
          {t("unlock.wait", { time: formatDuration(wait) })}
        </p>
      )}
      <Button type="submit" variant={variant} wide busy={busy} disabled={disabled || wait > 0}>
        {children}
      </Button>
    </>
  );
}
