import type { Ref } from "react";
import { classNames } from "./classNames.ts";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./IconButton.module.css";
import { Spinner } from "./Spinner.tsx";

export interface IconButtonProps {
  readonly icon: IconName;
  /** Its name for screen readers and its tooltip. */
  readonly label: string;
  readonly onClick?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  /** Set when the button opens a menu. */
  readonly menu?: { readonly expanded: boolean; readonly controls: string | undefined } | undefined;
  readonly size?: "md" | "sm" | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({
  icon,
  label,
  onClick,
  disabled,
  busy,
  pressed,
  menu,
  size = "md",
  ref,
}: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classNames(styles.button, size === "sm" && styles.sm)}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-haspopup={menu ? "menu" : undefined}
      aria-expanded={menu?.expanded}
      aria-controls={menu?.controls}
      title={label}
      disabled={disabled}
      onClick={() => {
        if (!busy) onClick?.();
      }}
    >
      {busy ? <Spinner /> : <Icon name={icon} size={size === "sm" ? 16 : 20} />}
    </button>
  );
}
