import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Columns } from "../../ui/Stack.tsx";
import styles from "./pair.module.css";

/** Before anything is plugged in: what is needed, and what Weir learns. */
export function Intro() {
  const { t } = useI18n();
  return (
    <Columns>
      <Card>
        <Section title={t("pair.need-title")}>
          <ul className={styles.points}>
            <li>{t("pair.need-model")}</li>
            <li>{t("pair.need-unlocked")}</li>
            <li>{t("pair.need-app")}</li>
            <li>{t("pair.need-free")}</li>
          </ul>
        </Section>
      </Card>
      <Card>
        <Section title={t("pair.learn-title")}>
          <ul className={styles.points}>
            <li>{t("pair.learn-addresses")}</li>
            <li>{t("pair.learn-endpoints")}</li>
            <li>{t("pair.learn-key")}</li>
            <li>{t("pair.learn-ledger")}</li>
          </ul>
        </Section>
      </Card>
    </Columns>
  );
}
