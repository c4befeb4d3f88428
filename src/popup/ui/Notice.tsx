import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Notice.module.css";

export type NoticeTone = "info" | "warn" | "danger" | "success";

export interface NoticeProps {
  readonly children: ReactNode;
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  /** A button or link that deals with it. */
  readonly action?: ReactNode;
  /** Part of the page from the start: not announced when it appears. */
  readonly still?: boolean | undefined;
}

const ICONS: Record<NoticeTone, IconName> = {
  info: "info",
  warn: "warning",
  danger: "danger",
  success: "check",
};

/** Something to know now. Danger interrupts a screen reader (alert), the rest waits its turn (status). */
export function Notice({ children, tone = "info", title, action, still }: NoticeProps) {
  const role = still ? undefined : tone === "danger" ? "alert" : "status";
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon name={ICONS[tone]} className={styles.icon} />
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        <div>{children}</div>
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
