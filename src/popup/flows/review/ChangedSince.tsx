import type { Asset } from "../../../core/asset/asset.ts";
import type { Preview } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { useAllowanceText } from "./allowance-words.ts";
import { siteText } from "./site-text.ts";
import styles from "./tables.module.css";

export interface ChangedSinceProps {
  /** What was confirmed and no longer holds. */
  readonly before: Preview;
  /** What holds instead; undefined while it is worked out. */
  readonly now: Preview | undefined;
}

/** What was shown and what would happen now, side by side: each balance and allowance that either names. */
export function ChangedSince({ before, now }: ChangedSinceProps) {
  const { t, formatAmount } = useI18n();
  const allowanceText = useAllowanceText();
  const assets = new Map<string, Asset>();
  for (const { asset } of [...(before.effects ?? []), ...(now?.effects ?? [])]) assets.set(asset.id, asset);
  const changeIn = (preview: Preview | undefined, asset: Asset): string => {
    if (preview === undefined) return "…";
    const change = preview.effects?.find((each) => each.asset.id === asset.id)?.change ?? 0n;
    if (change === 0n) return t("review.changed-nothing");
    return formatAmount(change, asset.decimals, { maxFraction: 6, sign: "always" });
  };
  const rows = [...assets.values()].map((asset) => ({
    key: asset.id,
    label: siteText(asset.symbol),
    was: changeIn(before, asset),
    now: changeIn(now, asset),
  }));
  for (const each of [...before.allowances, ...(now?.allowances ?? [])]) {
    const key = `${each.token} ${each.spender}`.toLowerCase();
    if (rows.some((row) => row.key === key)) continue;
    const written = (preview: Preview | undefined): string => {
      const change = preview?.allowances.find(
        (other) => `${other.token} ${other.spender}`.toLowerCase() === key,
      );
      if (preview === undefined) return "…";
      const symbol = siteText(each.symbol);
      return change === undefined
        ? t("review.changed-nothing")
        : allowanceText(change.after, change.decimals, symbol);
    };
    const spender = `${each.spender.slice(0, 6)}…${each.spender.slice(-4)}`;
    rows.push({ key, label: `${t("review.spender")} ${spender}`, was: written(before), now: written(now) });
  }
  if (rows.length === 0) return null;
  return (
    <Card tone="sunken">
      <table className={styles.compare} data-testid="changed-since">
        <thead>
          <tr className={styles.soft}>
            <td />
            <th scope="col">{t("review.changed-before")}</th>
            <th scope="col">{t("review.changed-now")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={styles.name}>
                {row.label}
              </th>
              <td>{row.was}</td>
              <td>
                <strong>{row.now}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
