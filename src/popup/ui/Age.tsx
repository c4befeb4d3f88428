import { useEffect, useState } from "react";
import styles from "./Age.module.css";

export interface AgeProps {
  /** When the thing was true, seconds since 1970. */
  readonly at: number;
  /** The present, seconds since 1970; called again every 15 s while shown. */
  readonly now: () => number;
  /** Words for an age in seconds, such as useI18n().formatAge. */
  readonly format: (seconds: number) => string;
  /** Older than this many seconds, it is marked as old. */
  readonly oldAfter?: number | undefined;
  /** The exact moment, shown on hover. */
  readonly title?: string | undefined;
}

/** How long ago something was read, kept up to date while it is on the screen. */
export function Age({ at, now, format, oldAfter = Number.POSITIVE_INFINITY, title }: AgeProps) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((turn) => turn + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now() - at);
  return (
    <time
      className={styles.age}
      dateTime={new Date(at * 1000).toISOString()}
      data-old={seconds > oldAfter || undefined}
      title={title}
    >
      {format(seconds)}
    </time>
  );
}
