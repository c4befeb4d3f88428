import { type ReactNode, useId } from "react";
import styles from "./Checkbox.module.css";

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
}

export function Checkbox({ label, checked, onChange, hint, name, disabled, required }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <input
        className={styles.box}
        id={id}
        type="checkbox"
        name={name}
        checked={checked}
        disabled={disabled}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
