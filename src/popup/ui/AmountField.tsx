import type { ReactNode } from "react";
import styles from "./AmountField.module.css";
import { Field } from "./Field.tsx";

export interface AmountFieldProps {
  readonly label: string;
  /** The text as typed. It is never reformatted: reading it is the caller's business (core/amount). */
  readonly value: string;
  readonly onChange: (raw: string) => void;
  /** Symbol after the number. */
  readonly unit: string;
  /** Right of the label, such as the available balance. */
  readonly balance?: ReactNode;
  /** Below the number, such as what arrives for it. */
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly onMax?: (() => void) | undefined;
  readonly maxLabel?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

export function AmountField(props: AmountFieldProps) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} aside={props.balance}>
      {(control) => (
        <div
          className={styles.box}
          data-invalid={control["aria-invalid"]}
          data-disabled={props.disabled || undefined}
        >
          <input
            {...control}
            className={styles.input}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            name={props.name}
            value={props.value}
            placeholder={props.placeholder ?? "0"}
            disabled={props.disabled}
            // biome-ignore lint/a11y/noAutofocus: the amount is what its screen is for
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus || undefined}
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
          <span className={styles.unit}>{props.unit}</span>
          {props.onMax && (
            <button type="button" className={styles.max} disabled={props.disabled} onClick={props.onMax}>
              {props.maxLabel}
            </button>
          )}
        </div>
      )}
    </Field>
  );
}
