import type { ReactNode } from "react";
import { type BadgeState, StateBadge } from "./Badge.tsx";
import styles from "./Timeline.module.css";

export interface TimelineItem {
  readonly id: string;
  readonly title: ReactNode;
  readonly amount: ReactNode;
  readonly state: BadgeState;
  readonly stateLabel: string;
  /** When it happened or is expected, in words. */
  readonly when: ReactNode;
  /** How the time was estimated, what to do. */
  readonly note?: ReactNode;
  /** Share of the expected wait that is over, 0 to 1; draws a bar. */
  readonly progress?: number | undefined;
  /** A button, such as claiming it. */
  readonly action?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}

/** What is on its way out, in the order of its arrival. */
export function Timeline({ label, items }: TimelineProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role with list-style none
    <ol className={styles.list} role="list" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles.item} data-state={item.state}>
          <div className={styles.head}>
            <span className={styles.title}>{item.title}</span>
            <span className={styles.amount}>{item.amount}</span>
          </div>
          <div className={styles.head}>
            <span className={styles.when}>{item.when}</span>
            <StateBadge state={item.state} label={item.stateLabel} />
          </div>
          {item.progress !== undefined && (
            <div className={styles.track} aria-hidden="true">
              <div
                className={styles.bar}
                style={{ inlineSize: `${Math.min(1, Math.max(0, item.progress)) * 100}%` }}
              />
            </div>
          )}
          {item.note && <div className={styles.note}>{item.note}</div>}
          {item.action && <div className={styles.action}>{item.action}</div>}
        </li>
      ))}
    </ol>
  );
}
