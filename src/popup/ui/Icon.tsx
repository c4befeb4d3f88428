import { classNames } from "./classNames.ts";
import styles from "./Icon.module.css";
import { ICON_PATHS, type IconName } from "./icon-paths.ts";

export type { IconName } from "./icon-paths.ts";

export interface IconProps {
  readonly name: IconName;
  /** Edge length in CSS pixels; 20 unless told. */
  readonly size?: 14 | 16 | 20 | 24 | 32 | undefined;
  /** A name for screen readers; without one the icon is decoration. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** One of the kit's own line icons, in the colour of the text around it. */
export function Icon({ name, size = 20, label, className }: IconProps) {
  const meaning = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden as decoration
    <svg
      {...meaning}
      className={classNames(styles.icon, className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      focusable="false"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
