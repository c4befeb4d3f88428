import type { ReactNode } from "react";
import styles from "./KeyValue.module.css";

export interface KeyValueItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Below the value: where it comes from, what it means. */
  readonly note?: ReactNode;
  readonly strong?: boolean | undefined;
}

export interface KeyValueProps {
  readonly items: readonly KeyValueItem[];
  /** Values below their labels, for long ones such as addresses. */
  readonly stacked?: boolean | undefined;
}

/** Facts with their names (a description list). */
export function KeyValue({ items, stacked }: KeyValueProps) {
  return (
    <dl className={styles.list} data-stacked={stacked || undefined}>
      {items.map((item) => (
        <div className={styles.item} key={item.key} data-strong={item.strong || undefined}>
          <dt>{item.label}</dt>
          <dd>
            {item.value}
            {item.note && <span className={styles.note}>{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
