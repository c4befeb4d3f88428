import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import styles from "./Menu.module.css";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly tone?: "plain" | "danger" | undefined;
  readonly disabled?: boolean | undefined;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** Name of the button and of the menu. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: IconName | undefined;
}

const MARGIN = 8;

/** Beside its button: below it if there is room, else above; always inside the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + 4 + height <= window.innerHeight - MARGIN;
  const left = Math.min(Math.max(MARGIN, at.right - width), window.innerWidth - width - MARGIN);
  list.style.left = `${Math.max(MARGIN, left)}px`;
  list.style.top = `${Math.max(MARGIN, below ? at.bottom + 4 : at.top - 4 - height)}px`;
}

/** A button that opens a list of actions in the top layer (native popover). Arrow keys, Home, End, Escape, letters. */
export function Menu({ label, items, icon = "more" }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const popup = list.current;
    if (!open || !popup || !button.current) return;
    popup.showPopover?.();
    place(popup, button.current);
    enabled(popup)[0]?.focus();
    // Not popover="manual": its own dismissal by a press on the button would be undone by the click that follows.
    const onPress = (event: PointerEvent) => {
      const at = event.target;
      if (at instanceof Node && !popup.contains(at) && !button.current?.contains(at)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const choices = list.current ? enabled(list.current) : [];
    const next = target(event.key, choices);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <span className={styles.anchor}>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        menu={{ expanded: open, controls: open ? id : undefined }}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div
          ref={list}
          id={id}
          className={styles.menu}
          popover="manual"
          role="menu"
          aria-label={label}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              data-tone={item.tone}
              disabled={item.disabled}
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              {item.icon && <Icon name={item.icon} size={16} />}
              <span>{item.label}</span>
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function enabled(menu: HTMLElement): HTMLButtonElement[] {
  return Array.from(menu.querySelectorAll<HTMLButtonElement>("[role=menuitem]:not(:disabled)"));
}

/** The item that `key` moves to: arrows wrap around, a letter jumps to the next label that begins with it. */
function target(key: string, choices: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
  const now = choices.findIndex((choice) => choice.matches(":focus"));
  if (key === "ArrowDown") return choices[(now + 1) % choices.length];
  if (key === "ArrowUp") return choices.at(now <= 0 ? -1 : now - 1);
  if (key === "Home") return choices[0];
  if (key === "End") return choices.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const after = [...choices.slice(now + 1), ...choices.slice(0, now + 1)];
  return after.find((choice) => choice.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}
