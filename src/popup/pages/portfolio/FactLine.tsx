import type { ReactNode } from "react";
import styles from "./portfolio.module.css";

export interface FactLineProps {
  readonly label: string;
  readonly value: ReactNode;
  /** Below: how it was measured. */
  readonly note?: ReactNode;
}

/** A fact on one line, its name at the start and its figure at the end. */
export function FactLine({ label, value, note }: FactLineProps) {
  return (
    <div className={styles.fact}>
      <div className={styles.line}>
        <span className={styles.soft}>{label}</span>
        <span className={styles.value}>{value}</span>
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}
