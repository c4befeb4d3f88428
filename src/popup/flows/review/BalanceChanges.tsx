import type { Operation } from "../../../core/operation/operation.ts";
import { isSiteIntent } from "../../../core/staking/intent.ts";
import type { Effect } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import styles from "./review.module.css";
import { siteText } from "./site-text.ts";

/**
 * What leaves and what arrives, network fee not counted. Every digit on hover. Where it could not be tried out, that is
 * said: a plan of one's own knows what it expects, of a site's call nothing is known.
 */
export function BalanceChanges({ operation }: { readonly operation: Operation }) {
  const { t } = useI18n();
  const { preview, plan, intent } = operation;
  // What would be refused was tried out: it changes nothing.
  const refused = preview?.remarks.some(({ words }) => words.key.startsWith("remark.would-revert")) === true;
  const unchecked = preview !== undefined && preview.effects === undefined && !refused;
  const expected = unchecked && !(isSiteIntent(intent) && plan.effects.length === 0);
  const description = !unchecked
    ? undefined
    : isSiteIntent(intent)
      ? t("review.unchecked-text")
      : t("review.changes-expected");
  const effects = preview === undefined ? undefined : refused ? [] : (preview.effects ?? plan.effects);
  return (
    <Section
      title={t("review.changes")}
      aside={
        unchecked && (
          <Badge tone="warn" icon="warning">
            {t("review.unchecked")}
          </Badge>
        )
      }
      description={description}
    >
      {(!unchecked || expected) && (
        <Card>
          {effects === undefined ? (
            <Skeleton height="2.5rem" label={t("review.pending")} />
          ) : effects.length === 0 ? (
            <p>{t("review.changes-none")}</p>
          ) : (
            <ul className={styles.changes} aria-label={t("review.changes")}>
              {effects
                .toSorted((a, b) => (a.change < b.change ? -1 : 1))
                .map((effect) => (
                  <Change key={effect.asset.id} effect={effect} />
                ))}
            </ul>
          )}
        </Card>
      )}
    </Section>
  );
}

function Change({ effect: { asset, change } }: { readonly effect: Effect }) {
  const { t, formatAmount } = useI18n();
  const written = (maxFraction: number): string =>
    formatAmount(change, asset.decimals, { maxFraction, unit: siteText(asset.symbol), sign: "always" });
  return (
    <li className={styles.change} data-sign={change < 0n ? "minus" : "plus"}>
      <span>{change < 0n ? t("review.leaves") : t("review.arrives")}</span>
      <span className={styles.figure} title={written(asset.decimals)}>
        {written(6)}
      </span>
    </li>
  );
}
