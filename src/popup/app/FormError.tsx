import type { ErrorReport } from "../../core/errors/index.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Notice } from "../ui/Notice.tsx";

/** Why a form's command failed, in words; nothing while it did not. */
export function FormError({ error }: { readonly error: ErrorReport | undefined }) {
  const { errorText } = useI18n();
  if (error === undefined) return null;
  return <Notice tone="danger">{errorText(error)}</Notice>;
}
