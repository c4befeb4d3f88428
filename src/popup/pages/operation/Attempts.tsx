import type { StepRecord } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { ExplorerLink } from "./ExplorerLink.tsx";
import styles from "./operation.module.css";

/** The transactions of a step: the one that landed, or all that may still land. */
export function Attempts({ chainId, step }: { readonly chainId: number; readonly step: StepRecord }) {
  const { t } = useI18n();
  const landed = step.attempts.filter((attempt) => attempt.hash === step.confirmedHash);
  const shown = landed.length > 0 ? landed : step.attempts;
  const name = {
    original: "transaction",
    "speed-up": "transaction-speed-up",
    cancel: "transaction-cancel",
  } as const;
  return shown.map((attempt) => (
    <div key={attempt.hash} className={styles.attempt}>
      <span>{t(`operation.${name[attempt.purpose]}`)}</span>
      <span className={styles.hash} title={attempt.hash} role="img" aria-label={attempt.hash}>
        {attempt.hash.slice(0, 8)}…{attempt.hash.slice(-6)}
      </span>
      <CopyButton
        value={attempt.hash}
        label={t("operation.copy-hash")}
        copiedLabel={t("common.copied")}
        failedLabel={t("common.copy-failed")}
      />
      {attempt.broadcastAt !== undefined && <ExplorerLink chainId={chainId} kind="tx" value={attempt.hash} />}
    </div>
  ));
}
