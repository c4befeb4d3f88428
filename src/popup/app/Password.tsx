import type { ReactNode } from "react";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";

export interface PasswordProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  /** A password being chosen, as against one that exists. */
  readonly fresh?: boolean | undefined;
  /** A secret that no password manager shall offer to keep: a key, a passphrase. */
  readonly secret?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** The kit's password field with the wallet's words. */
export function Password({ fresh, secret, ...rest }: PasswordProps) {
  const { t } = useI18n();
  return (
    <PasswordField
      {...rest}
      showLabel={t("common.show-password")}
      hideLabel={t("common.hide-password")}
      capsLockText={t("common.caps-lock")}
      autoComplete={secret ? "off" : fresh ? "new-password" : "current-password"}
    />
  );
}
