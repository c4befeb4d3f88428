import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";
import { Icon } from "./Icon.tsx";

export interface FieldProps {
  readonly label: string;
  /** A standing explanation below the control. */
  readonly hint?: ReactNode;
  /** What is wrong with the value and what to do. */
  readonly error?: string | undefined;
  /** Right of the label: a balance, a link, "optional". */
  readonly aside?: ReactNode;
  /** The control, given the ids that tie it to the label, the hint and the error. */
  readonly children: (control: FieldControl) => ReactNode;
}

export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** Label, control, hint and error, tied together for screen readers. The base of every field of the kit. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [error ? errorId : "", hint ? hintId : ""].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p className={styles.error} id={errorId} role="alert">
          <Icon name="danger" size={16} />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <div className={styles.hint} id={hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}
