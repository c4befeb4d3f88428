import type { ErrorReport } from "../../core/errors/index.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Notice } from "../ui/Notice.tsx";

/** Why a form's command failed, in words; nothing while it did not. */
export function FormError({ error }: { readonly error: ErrorReport | undefined }) {
  const { t, errorText } = useI18n();
  if (error === undefined) return null;
  // The first wrong passwords cost no wait.
  const atOnce = error.code === "vault/wrong-password" && error.params.waitSeconds === 0;
  return (
    <Notice tone="danger">{atOnce ? `${t("unlock.wrong")} ${t("unlock.can-try")}` : errorText(error)}</Notice>
  );
}
