import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";
import styles from "./Page.module.css";

export interface PageProps {
  readonly title: string;
  readonly skipLabel: string;
  readonly children: ReactNode;
  /** Back to the screen before. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
  /** Left of the title in place of Back: the logo, the account. */
  readonly lead?: ReactNode;
  /** Right of the title. */
  readonly actions?: ReactNode;
  /** Stays at the bottom: the screen's main button, or NavBar. */
  readonly footer?: ReactNode;
  /** "narrow" for a single form, as in onboarding and unlocking. */
  readonly width?: "content" | "narrow" | undefined;
  /** Keeps the title for screen readers alone. */
  readonly hideTitle?: boolean | undefined;
}

/**
 * One screen: skip link, header, main landmark, footer that stays. Give it a `key` per screen: on mounting it
 * moves the focus to its title, unless a field has taken it, so that the change of screen is heard.
 */
export function Page({
  title,
  skipLabel,
  children,
  back,
  lead,
  actions,
  footer,
  width,
  hideTitle,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
    document.title = title;
  }, [title]);
  return (
    <div className={styles.page} data-width={width}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {skipLabel}
      </button>
      <header className={styles.header}>
        <div className={styles.bar}>
          {back ? <IconButton icon="back" label={back.label} onClick={back.onBack} /> : lead}
          <h1 ref={heading} tabIndex={-1} className={classNames(styles.title, hideTitle && styles.hidden)}>
            {title}
          </h1>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {footer && (
        <div className={styles.footer}>
          <div className={styles.bar}>{footer}</div>
        </div>
      )}
    </div>
  );
}
