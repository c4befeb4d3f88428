import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import { Spinner } from "./Spinner.tsx";
import styles from "./StepList.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type StepState = "done" | "current" | "waiting" | "ready" | "failed";

export interface Step {
  readonly id: string;
  readonly title: ReactNode;
  readonly state: StepState;
  /** The state in words, for screen readers. */
  readonly stateLabel: string;
  readonly detail?: ReactNode;
  /** Right of the title: a time, an amount. */
  readonly aside?: ReactNode;
}

export interface StepListProps {
  readonly label: string;
  readonly steps: readonly Step[];
}

const MARKS: Partial<Record<StepState, IconName>> = { done: "check", failed: "close", ready: "claim" };

/** The steps of something that takes time, with the one that is on. */
export function StepList({ label, steps }: StepListProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role with list-style none
    <ol className={styles.list} role="list" aria-label={label}>
      {steps.map((step) => {
        const mark = MARKS[step.state];
        return (
          <li
            key={step.id}
            className={styles.step}
            data-state={step.state}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            <span className={styles.mark}>
              {mark && <Icon name={mark} size={14} />}
              {step.state === "current" && <Spinner />}
            </span>
            <div className={styles.text}>
              <div className={styles.head}>
                <span className={styles.title}>
                  {step.title} <VisuallyHidden>({step.stateLabel})</VisuallyHidden>
                </span>
                {step.aside && <span className={styles.aside}>{step.aside}</span>}
              </div>
              {step.detail && <div className={styles.detail}>{step.detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
