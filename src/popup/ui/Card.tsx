import type { ReactNode } from "react";
import styles from "./Card.module.css";

export interface CardProps {
  readonly children: ReactNode;
  /** "accent" for the one card a screen is about. */
  readonly tone?: "plain" | "accent" | "sunken" | undefined;
  /** No inner margin, for lists that reach the edge. */
  readonly flush?: boolean | undefined;
}

export function Card({ children, tone = "plain", flush }: CardProps) {
  return (
    <div className={styles.card} data-tone={tone} data-flush={flush || undefined}>
      {children}
    </div>
  );
}
