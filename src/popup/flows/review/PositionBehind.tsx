import type { AllowanceChange, Operation } from "../../../core/operation/operation.ts";
import { useSnapshot } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { useYieldText } from "../start/yield-text.ts";
import { useProtocols } from "./protocols.ts";
import styles from "./review.module.css";

export interface PositionBehindProps {
  readonly operation: Operation;
  readonly change: AllowanceChange;
}

/** The stake that a token stands for: what it is worth, what it earns, and that both go with it. Nothing for other tokens. */
export function PositionBehind({ operation, change }: PositionBehindProps) {
  const { t, formatAmount } = useI18n();
  const yieldText = useYieldText();
  const snapshot = useSnapshot(operation.chainId).value;
  const protocols = useProtocols(operation.chainId);
  const position = snapshot?.positions.find(
    (each) =>
      each.account.toLowerCase() === operation.account.toLowerCase() &&
      each.token.id === change.token.toLowerCase(),
  );
  if (snapshot === undefined || position === undefined || position.balance === 0n) return null;
  const { worth, worthAsset } = position;
  const measured = snapshot.protocols.find((each) => each.protocol === position.protocol)?.yield;
  const protocol = protocols?.find((each) => each.id === position.protocol)?.name ?? position.protocol;
  return (
    <div className={styles.behind}>
      <p className={styles.meta}>{t("review.behind")}</p>
      <p>
        {t("review.behind-worth", {
          protocol,
          worth: formatAmount(worth, worthAsset.decimals, { maxFraction: 4, unit: worthAsset.symbol }),
        })}
      </p>
      {measured && <p>{t("review.behind-yield", yieldText(measured))}</p>}
      <p>{t("review.behind-moves")}</p>
    </div>
  );
}
