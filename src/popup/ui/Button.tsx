import { type ReactNode, type Ref, useId } from "react";
import styles from "./Button.module.css";
import { classNames } from "./classNames.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { Spinner } from "./Spinner.tsx";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  readonly size?: "md" | "sm" | undefined;
  readonly type?: "button" | "submit" | undefined;
  readonly icon?: IconName | undefined;
  /** Icon above the label, for a row of a screen's main actions. */
  readonly stacked?: boolean | undefined;
  /** Takes the whole width. */
  readonly wide?: boolean | undefined;
  /** Work is under way: shows a spinner, swallows clicks, keeps the focus. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Why it cannot be used now. The button stays reachable by keyboard and is described by this. */
  readonly disabledReason?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly form?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button(props: ButtonProps) {
  const { variant = "secondary", size = "md", type = "button", busy = false, disabled = false } = props;
  const reasonId = useId();
  const unusable = busy || disabled || props.disabledReason !== undefined;
  const reason = busy ? undefined : props.disabledReason;
  const described = classNames(props.describedBy, reason !== undefined && reasonId);
  return (
    <button
      ref={props.ref}
      type={type}
      form={props.form}
      // biome-ignore lint/a11y/noAutofocus: the caller puts the focus where its flow goes on
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus || undefined}
      className={classNames(
        styles.button,
        styles[variant],
        styles[size],
        props.wide && styles.wide,
        props.stacked && styles.stacked,
      )}
      aria-busy={busy || undefined}
      aria-disabled={unusable || undefined}
      disabled={disabled && reason === undefined && !busy}
      title={reason}
      aria-describedby={described || undefined}
      onClick={(event) => {
        // An aria-disabled submit button still submits: stop it here.
        if (unusable) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {busy ? <Spinner /> : props.icon && <Icon name={props.icon} size={size === "sm" ? 16 : 20} />}
      <span>{props.children}</span>
      {reason !== undefined && (
        <span id={reasonId} hidden>
          {reason}
        </span>
      )}
    </button>
  );
}
