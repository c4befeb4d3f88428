import { type ReactNode, useId } from "react";
import styles from "./Section.module.css";

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Right of the title: a link, a button, an age. */
  readonly aside?: ReactNode;
  readonly description?: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, children, aside, description }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {description && <div className={styles.description}>{description}</div>}
      {children}
    </section>
  );
}
