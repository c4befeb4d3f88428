import type { ReactNode } from "react";
import styles from "./StrengthMeter.module.css";

export interface StrengthMeterProps {
  readonly label: string;
  /** 0 (very weak) to 4 (strong). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** The score in words. */
  readonly text: string;
  /** What would make it stronger. */
  readonly advice?: ReactNode;
}

export function StrengthMeter({ label, score, text, advice }: StrengthMeterProps) {
  return (
    <div className={styles.meter}>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn alike in both browsers */}
      <div
        className={styles.bars}
        data-score={score}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score}
        aria-valuetext={text}
      >
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={styles.bar} data-on={step <= Math.max(1, score) || undefined} />
        ))}
      </div>
      <div className={styles.text}>
        <span className={styles.label} aria-hidden="true">
          {label}: {text}
        </span>
        {advice && <span aria-live="polite">{advice}</span>}
      </div>
    </div>
  );
}
