import { type ReactNode, useId } from "react";
import { classNames } from "./classNames.ts";
import styles from "./RadioCards.module.css";

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: ReactNode;
  /** Right of the label: a figure, a badge. */
  readonly aside?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export interface RadioCardsProps<Value extends string> {
  readonly legend: string;
  readonly value: Value | undefined;
  readonly options: readonly RadioCard<Value>[];
  readonly onChange: (value: Value) => void;
  /** Cards side by side where there is room. */
  readonly columns?: boolean | undefined;
  readonly hideLegend?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** A choice of one, each option with its explanation. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const id = useId();
  return (
    <fieldset className={styles.set} disabled={props.disabled}>
      <legend className={classNames(styles.legend, props.hideLegend && styles.hidden)}>{props.legend}</legend>
      <div className={classNames(styles.cards, props.columns && styles.columns)}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={id}
              value={option.value}
              checked={option.value === props.value}
              disabled={option.disabled}
              aria-describedby={option.description ? `${id}-${option.value}` : undefined}
              onChange={() => props.onChange(option.value)}
            />
            <span className={styles.label}>{option.label}</span>
            {option.aside && <span className={styles.aside}>{option.aside}</span>}
            {option.description && (
              <span className={styles.description} id={`${id}-${option.value}`}>
                {option.description}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
