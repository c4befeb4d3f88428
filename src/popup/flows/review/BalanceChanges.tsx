import type { Effect } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import styles from "./review.module.css";

export interface BalanceChangesProps {
  /** Per asset; undefined while they are being worked out. */
  readonly effects: readonly Effect[] | undefined;
  /** Tried out against the newest block, or only what the plan expects. */
  readonly simulated: boolean;
}

/** What leaves and what arrives, network fee not counted. Every digit on hover. */
export function BalanceChanges({ effects, simulated }: BalanceChangesProps) {
  const { t, formatAmount } = useI18n();
  return (
    <Section title={t("review.changes")} description={simulated ? undefined : t("review.changes-expected")}>
      <Card>
        {effects === undefined ? (
          <Skeleton height="2.5rem" label={t("review.pending")} />
        ) : effects.length === 0 ? (
          <p>{t("review.changes-none")}</p>
        ) : (
          <ul className={styles.changes} aria-label={t("review.changes")}>
            {[...effects]
              .sort((a, b) => (a.change < b.change ? -1 : 1))
              .map(({ asset, change }) => (
                <li key={asset.id} className={styles.change} data-sign={change < 0n ? "minus" : "plus"}>
                  <span>{change < 0n ? t("review.leaves") : t("review.arrives")}</span>
                  <span
                    className={styles.figure}
                    title={formatAmount(change, asset.decimals, {
                      maxFraction: asset.decimals,
                      unit: asset.symbol,
                      sign: "always",
                    })}
                  >
                    {formatAmount(change, asset.decimals, {
                      maxFraction: 6,
                      unit: asset.symbol,
                      sign: "always",
                    })}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}
