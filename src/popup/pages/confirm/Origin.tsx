import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./confirm.module.css";

/** An origin in ASCII: letters of other scripts as punycode, so that none can pass for another. */
export function exactOrigin(origin: string): { scheme: string; host: string; foreign: boolean } {
  let text = origin;
  try {
    text = new URL(origin).origin;
  } catch {
    // Shown as it came: the worker lets no such origin ask.
  }
  const cut = text.indexOf("://");
  const scheme = cut < 0 ? "" : text.slice(0, cut + 3);
  const host = text.slice(scheme.length);
  return { scheme, host, foreign: /(^|\.)xn--/i.test(host) };
}

export interface OriginProps {
  readonly origin: string;
  readonly framedBy: string | undefined;
}

/** Who asks, in full: the whole origin, and the page that frames it. */
export function Origin({ origin, framedBy }: OriginProps) {
  const { t } = useI18n();
  const { scheme, host, foreign } = exactOrigin(origin);
  return (
    <Stack gap={2}>
      <div className={styles.origin}>
        <Icon name="site" size={24} className={styles.originIcon} />
        <p className={styles.originText}>
          <span className={styles.scheme}>{scheme}</span>
          <strong data-testid="origin-host">{host}</strong>
        </p>
      </div>
      {framedBy !== undefined && <Notice tone="warn">{t("confirm.framed", { origin: framedBy })}</Notice>}
      {foreign && <Notice tone="warn">{t("confirm.foreign-letters")}</Notice>}
      {scheme === "http://" && <Notice tone="info">{t("confirm.not-encrypted")}</Notice>}
    </Stack>
  );
}
