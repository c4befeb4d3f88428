import { useI18n } from "../i18n/I18nProvider.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Logo } from "../ui/Logo.tsx";
import { usePlaces } from "./places.ts";
import styles from "./SideNav.module.css";

/** The main navigation of a full tab: at the side, where there is room. */
export function SideNav() {
  const { t } = useI18n();
  const places = usePlaces();
  return (
    <nav className={styles.side} aria-label={places.label}>
      <div className={styles.logo}>
        <Logo name={t("app.name")} />
      </div>
      <div className={styles.nav}>
        {places.items.map((item) => (
          <button
            key={item.id}
            type="button"
            className={styles.item}
            aria-current={item.id === places.current ? "page" : undefined}
            onClick={() => places.go(item.id)}
          >
            <Icon name={item.icon} />
            {item.label}
          </button>
        ))}
      </div>
    </nav>
  );
}
