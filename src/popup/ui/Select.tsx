import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import fieldStyles from "./Field.module.css";
import { Field } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./Select.module.css";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <div className={styles.wrap}>
          <select
            {...control}
            className={classNames(fieldStyles.control, styles.select)}
            name={props.name}
            value={props.value}
            disabled={props.disabled}
            onChange={(event) => {
              const chosen = props.options.find((option) => option.value === event.currentTarget.value);
              if (chosen) props.onChange(chosen.value);
            }}
          >
            {props.options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" size={16} className={styles.arrow} />
        </div>
      )}
    </Field>
  );
}
