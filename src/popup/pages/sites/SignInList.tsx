import type { SignIns } from "../../../core/site/site.ts";
import { useNetworks } from "../../data/networks.ts";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";

/** As many as are of use; the audit log has them all. */
const most = 20;

/** The sign-ins (EIP-4361) that a site was given, the newest first. */
export function SignInList({ entries }: { readonly entries: SignIns["entries"] }) {
  const { t, formatDateTime } = useI18n();
  const accounts = useAccounts().value?.accounts ?? [];
  const networks = useNetworks();
  const label = (address: string) =>
    accounts.find((each) => each.address.toLowerCase() === address.toLowerCase())?.label ??
    `${address.slice(0, 6)}…${address.slice(-4)}`;
  return (
    <Section title={t("sites.sign-ins")} description={t("sites.sign-ins-text")}>
      <Card flush>
        <List label={t("sites.sign-ins")}>
          {entries
            .slice(-most)
            .reverse()
            .map((entry) => (
              <ListRow
                key={`${entry.nonce}${entry.at}`}
                lead={<Icon name="key" />}
                title={label(entry.address)}
                detail={
                  <>
                    {formatDateTime(entry.at)}
                    {" · "}
                    {networks.find((each) => each.chainId === entry.chainId)?.name ??
                      t("confirm.network-unknown", { chainId: String(entry.chainId) })}
                    {entry.expiresAt !== undefined && (
                      <>
                        <br />
                        {t("sites.ends", { date: formatDateTime(entry.expiresAt) })}
                      </>
                    )}
                  </>
                }
              />
            ))}
        </List>
      </Card>
    </Section>
  );
}
