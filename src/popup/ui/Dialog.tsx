import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./classNames.ts";
import styles from "./Dialog.module.css";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Asked to close: Escape, the close button, a click beside it. The caller sets `open` to false. */
  readonly onClose: () => void;
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  readonly actions?: ReactNode;
  readonly tone?: "plain" | "danger" | undefined;
  /** While something is under way the dialog stays: Escape and a click beside it do nothing. */
  readonly persistent?: boolean | undefined;
}

/** A modal dialog (native <dialog>): the browser keeps the focus inside; it goes back to where it was at the end. */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  title,
  onClose,
  closeLabel,
  children,
  actions,
  tone,
  persistent = false,
}: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // React's autoFocus runs while the dialog is still closed, so the control is marked and focused here.
    (dialog?.querySelector<HTMLElement>("[data-autofocus]") ?? heading.current)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, through onCancel
    <dialog
      ref={element}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!persistent) onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current && !persistent) onClose();
      }}
    >
      <div className={styles.panel}>
        <div className={styles.head}>
          <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
            {tone === "danger" && <Icon name="danger" className={styles.danger} />}
            {title}
          </h2>
          {!persistent && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
        </div>
        <div className={classNames(styles.body, actions === undefined && styles.last)}>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
