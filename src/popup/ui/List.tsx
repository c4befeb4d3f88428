import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./List.module.css";

export interface ListProps {
  readonly children: ReactNode;
  /** A name for screen readers. */
  readonly label?: string | undefined;
}

/** Rows with hairlines between them; put it in a flush Card. Its children are ListRow. */
export function List({ children, label }: ListProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role with list-style none
    <ul className={styles.list} role="list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the start: an icon, an identicon. */
  readonly lead?: ReactNode;
  /** At the end: a figure, a badge. Under it `asideDetail`. */
  readonly aside?: ReactNode;
  readonly asideDetail?: ReactNode;
  /** Makes the row a button. */
  readonly onSelect?: (() => void) | undefined;
  readonly current?: boolean | undefined;
  /** Controls after the row that are not part of it: a Menu, an IconButton. */
  readonly actions?: ReactNode;
}

export function ListRow(props: ListRowProps) {
  const content = (
    <>
      {props.lead && <span className={styles.lead}>{props.lead}</span>}
      <span className={styles.main}>
        <span className={styles.title}>{props.title}</span>
        {props.detail && <span className={styles.detail}>{props.detail}</span>}
      </span>
      {(props.aside || props.asideDetail) && (
        <span className={styles.end}>
          <span className={styles.aside}>{props.aside}</span>
          {props.asideDetail && <span className={styles.detail}>{props.asideDetail}</span>}
        </span>
      )}
      {props.onSelect && <Icon name={props.current ? "check" : "next"} size={16} className={styles.arrow} />}
    </>
  );
  return (
    <li className={styles.row}>
      {props.onSelect ? (
        <button
          type="button"
          className={styles.content}
          aria-current={props.current || undefined}
          onClick={props.onSelect}
        >
          {content}
        </button>
      ) : (
        <div className={styles.content}>{content}</div>
      )}
      {props.actions && <span className={styles.actions}>{props.actions}</span>}
    </li>
  );
}
