import type { ReactNode } from "react";
import styles from "./Figure.module.css";
import { Skeleton } from "./Skeleton.tsx";

export interface FigureProps {
  readonly label: string;
  /** The number as written by the locale; undefined while it is not known yet. */
  readonly value: string | undefined;
  readonly unit?: string | undefined;
  /** Below: the age of the number, its source, its worth in something else. */
  readonly note?: ReactNode;
  readonly size?: "sm" | "md" | "lg" | undefined;
  /** "old" dims a number that may no longer hold. */
  readonly tone?: "plain" | "positive" | "negative" | "old" | undefined;
  /** Said to screen readers in place of an unknown value. */
  readonly unknownLabel?: string | undefined;
}

/** A number with its name, its unit and where it comes from. */
export function Figure({ label, value, unit, note, size = "md", tone = "plain", unknownLabel }: FigureProps) {
  return (
    <div className={styles.figure} data-size={size} data-tone={tone}>
      <div className={styles.label}>{label}</div>
      <div className={styles.value}>
        {value === undefined ? <Skeleton label={unknownLabel} width="6ch" /> : value}
        {value !== undefined && unit && <span className={styles.unit}> {unit}</span>}
      </div>
      {note && <div className={styles.note}>{note}</div>}
    </div>
  );
}
