import type { ReactNode } from "react";
import styles from "./Stack.module.css";

export type Gap = 1 | 2 | 3 | 4 | 5 | 6;

export interface StackProps {
  readonly children: ReactNode;
  /** Step of the spacing scale; 4 unless told. */
  readonly gap?: Gap | undefined;
}

/** Children one below the other. */
export function Stack({ children, gap = 4 }: StackProps) {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  );
}

export interface RowProps extends StackProps {
  readonly justify?: "start" | "end" | "between" | "center" | undefined;
  readonly align?: "center" | "start" | "baseline" | undefined;
  /** Children share the width equally. */
  readonly fill?: boolean | undefined;
}

/** Children side by side, wrapping where they must. */
export function Row({ children, gap = 2, justify = "start", align = "center", fill }: RowProps) {
  return (
    <div
      className={styles.row}
      data-gap={gap}
      data-justify={justify}
      data-align={align}
      data-fill={fill || undefined}
    >
      {children}
    </div>
  );
}

/** Two columns where there is room for them (a tab), one below the other elsewhere (the popup). */
export function Columns({ children, gap = 4 }: StackProps) {
  return (
    <div className={styles.columns} data-gap={gap}>
      {children}
    </div>
  );
}
