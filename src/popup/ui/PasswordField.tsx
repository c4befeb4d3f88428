import { type ReactNode, useState } from "react";
import { classNames } from "./classNames.ts";
import fieldStyles from "./Field.module.css";
import { Field } from "./Field.tsx";
import { IconButton } from "./IconButton.tsx";
import styles from "./PasswordField.module.css";

export interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly showLabel: string;
  readonly hideLabel: string;
  /** Said below the field while Caps Lock is on. */
  readonly capsLockText?: string | undefined;
  readonly autoComplete?: "current-password" | "new-password" | "off" | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const warning = capsLock ? props.capsLockText : undefined;
  const hint = warning ? (
    <>
      <span role="status">{warning}</span> {props.hint}
    </>
  ) : (
    props.hint
  );
  return (
    <Field label={props.label} hint={hint} error={props.error}>
      {(control) => (
        <div className={styles.wrap}>
          <input
            {...control}
            className={classNames(fieldStyles.control, styles.input)}
            type={shown ? "text" : "password"}
            name={props.name}
            value={props.value}
            autoComplete={props.autoComplete ?? "off"}
            spellCheck={false}
            autoCapitalize="none"
            disabled={props.disabled}
            // biome-ignore lint/a11y/noAutofocus: an unlock screen has one field
            autoFocus={props.autoFocus}
            data-autofocus={props.autoFocus || undefined}
            onChange={(event) => props.onChange(event.currentTarget.value)}
            onKeyUp={(event) => setCapsLock(event.getModifierState("CapsLock"))}
            onBlur={() => setCapsLock(false)}
          />
          <span className={styles.toggle}>
            <IconButton
              icon={shown ? "eye-off" : "eye"}
              label={shown ? props.hideLabel : props.showLabel}
              disabled={props.disabled}
              onClick={() => setShown(!shown)}
            />
          </span>
        </div>
      )}
    </Field>
  );
}
