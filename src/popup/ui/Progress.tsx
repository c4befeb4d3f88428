import { useId } from "react";
import styles from "./Progress.module.css";

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1; undefined while the length is unknown. */
  readonly value?: number | undefined;
  /** Words for the value, such as "2 of 5". */
  readonly valueText?: string | undefined;
}

export function Progress({ label, value, valueText }: ProgressProps) {
  const id = useId();
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value));
  return (
    <div className={styles.progress}>
      <div className={styles.head}>
        <span id={id}>{label}</span>
        {valueText && <span className={styles.value}>{valueText}</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        aria-valuetext={valueText}
      >
        <div
          className={share === undefined ? styles.moving : styles.bar}
          style={share === undefined ? undefined : { inlineSize: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
