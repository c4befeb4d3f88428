import type { Operation } from "../../../core/operation/operation.ts";
import { isSignatureStep } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./review.module.css";
import { hostOf, siteText } from "./site-text.ts";

/** Why a site asks to take tokens, as its own words and nobody else's, and the form that Weir chose for it. */
export function Purpose({ operation }: { readonly operation: Operation }) {
  const { t } = useI18n();
  const { intent, plan } = operation;
  if (intent.kind !== "site-approval") return null;
  const isTransaction = !plan.steps.every(isSignatureStep);
  return (
    <Card>
      <Stack gap={2}>
        <p className={styles.meta}>{t("review.purpose", { host: hostOf(intent.origin) })}</p>
        <blockquote className={styles.quote}>{siteText(intent.purpose)}</blockquote>
        <p className={styles.meta}>
          {t(isTransaction ? "review.form-chosen-approve" : "review.form-chosen-signature")}
        </p>
      </Stack>
    </Card>
  );
}
