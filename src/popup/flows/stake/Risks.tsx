import { useI18n } from "../../i18n/I18nProvider.tsx";
import { copyText, type ProtocolFacts } from "../review/protocols.ts";
import styles from "../review/review.module.css";

/** The protocol's risks in plain words, and what Weir's figures are not. */
export function Risks({ protocol }: { readonly protocol: ProtocolFacts }) {
  const { t, language } = useI18n();
  return (
    <>
      <details className={styles.details}>
        <summary>{t("stake.risks", { protocol: protocol.name })}</summary>
        <ul className={styles.points}>
          {protocol.risks.map((key) => (
            <li key={key}>{copyText(protocol, language, key) ?? key}</li>
          ))}
        </ul>
      </details>
      <p className={styles.meta}>{t("stake.no-advice")}</p>
    </>
  );
}
