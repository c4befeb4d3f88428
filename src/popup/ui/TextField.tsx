import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import fieldStyles from "./Field.module.css";
import { Field } from "./Field.tsx";

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly aside?: ReactNode;
  readonly name?: string | undefined;
  readonly type?: "text" | "url" | "search" | undefined;
  readonly placeholder?: string | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly inputMode?: "text" | "decimal" | "numeric" | "url" | undefined;
  /** More than 1 makes a text area of so many rows. */
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  /** Fixed-width letters, for addresses and keys. */
  readonly mono?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** One line or several of plain text. Nothing typed here is spell-checked or auto-corrected by the browser. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    aside,
    mono,
    rows = 1,
    autoComplete = "off",
    onChange,
    type = "text",
    ...rest
  } = props;
  const shared = {
    ...rest,
    autoComplete,
    "data-autofocus": props.autoFocus || undefined,
    spellCheck: false,
    autoCapitalize: "none",
    autoCorrect: "off",
    className: classNames(fieldStyles.control, mono && fieldStyles.mono),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(control) =>
        rows > 1 ? (
          <textarea {...control} {...shared} rows={rows} />
        ) : (
          <input {...control} {...shared} type={type} />
        )
      }
    </Field>
  );
}
