import type { ReactNode } from "react";
import styles from "./Badge.module.css";
import { Icon, type IconName } from "./Icon.tsx";

export type Tone = "neutral" | "info" | "success" | "warn" | "danger";

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone | undefined;
  readonly icon?: IconName | undefined;
}

export function Badge({ children, tone = "neutral", icon }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

export type BadgeState = "done" | "current" | "waiting" | "ready" | "failed" | "paused";

const STATES: Record<BadgeState, { tone: Tone; icon: IconName }> = {
  done: { tone: "success", icon: "check" },
  current: { tone: "info", icon: "refresh" },
  waiting: { tone: "neutral", icon: "clock" },
  ready: { tone: "success", icon: "claim" },
  failed: { tone: "danger", icon: "danger" },
  paused: { tone: "warn", icon: "warning" },
};

/** A state in words, with a colour and a shape of its own, so that neither carries it alone. */
export function StateBadge({ state, label }: { readonly state: BadgeState; readonly label: string }) {
  return <Badge {...STATES[state]}>{label}</Badge>;
}
