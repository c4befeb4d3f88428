import { Icon, type IconName } from "./Icon.tsx";
import styles from "./NavBar.module.css";

export interface NavItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: IconName;
  /** A small count, such as what is ready to claim; with words for screen readers. */
  readonly count?: { readonly text: string; readonly label: string } | undefined;
}

export interface NavBarProps<Id extends string> {
  readonly label: string;
  readonly items: readonly NavItem<Id>[];
  readonly current: Id;
  readonly onSelect: (id: Id) => void;
}

/** The main places of the wallet; goes into a Page's footer. */
export function NavBar<Id extends string>({ label, items, current, onSelect }: NavBarProps<Id>) {
  return (
    <nav className={styles.nav} aria-label={label}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={styles.item}
          aria-current={item.id === current ? "page" : undefined}
          onClick={() => onSelect(item.id)}
        >
          <span className={styles.icon}>
            <Icon name={item.icon} />
            {item.count && (
              <span className={styles.count} role="img" aria-label={item.count.label}>
                {item.count.text}
              </span>
            )}
          </span>
          {item.label}
        </button>
      ))}
    </nav>
  );
}
