import { useNetwork } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import styles from "./operation.module.css";

export interface ExplorerLinkProps {
  readonly chainId: number;
  readonly kind: "tx" | "address";
  /** Transaction hash or address. */
  readonly value: string;
}

/** Leads to the network's explorer. Nothing is asked of it before the click, and it is not told where one came from. */
export function ExplorerLink({ chainId, kind, value }: ExplorerLinkProps) {
  const { t } = useI18n();
  const explorer = useNetwork(chainId)?.explorer;
  if (explorer === undefined) return null;
  return (
    <a
      className={styles.link}
      href={`${explorer.url}/${kind}/${value}`}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
    >
      {t("operation.explorer", { explorer: explorer.name })}
      <Icon name="external" size={14} />
      <VisuallyHidden>({t("common.external-link")})</VisuallyHidden>
    </a>
  );
}
