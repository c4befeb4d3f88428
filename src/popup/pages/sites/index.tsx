import type { SiteGrant } from "../../../core/site/site.ts";
import { FormError } from "../../app/FormError.tsx";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts, useSites } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";

/** #/sites: who is connected, what they see, and the way to end it. */
export default function SitesPage() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const sites = useSites();
  const disconnect = useCommand("sites.disconnect");

  async function end(origin: string): Promise<void> {
    if (await disconnect.run({ origin })) announce(t("sites.disconnected", { origin }));
  }

  return (
    <Screen title={t("sites.title")}>
      {sites.state === "unreadable" && <Notice tone="danger">{t("sites.unreadable")}</Notice>}
      {sites.damaged.length > 0 && <Notice tone="warn">{t("sites.damaged")}</Notice>}
      <FormError error={disconnect.error} />
      {sites.state === "here" && sites.records.length === 0 && (
        <EmptyState icon="site" title={t("sites.empty")}>
          {t("sites.empty-text")}
        </EmptyState>
      )}
      {sites.records.length > 0 && (
        <Stack>
          <p>{t("sites.explain")}</p>
          <Card flush>
            <List label={t("sites.title")}>
              {sites.records.map((site) => (
                <SiteRow key={site.origin} site={site} onDisconnect={() => void end(site.origin)} />
              ))}
            </List>
          </Card>
          <p>{t("sites.allowances")}</p>
        </Stack>
      )}
    </Screen>
  );
}

function SiteRow({ site, onDisconnect }: { readonly site: SiteGrant; readonly onDisconnect: () => void }) {
  const { t, formatAge, formatDateTime, list } = useI18n();
  const accounts = useAccounts().value?.accounts ?? [];
  const now = useNow();
  const names = site.accounts.map(
    (address) =>
      accounts.find((account) => account.address.toLowerCase() === address.toLowerCase())?.label ??
      `${address.slice(0, 6)}…${address.slice(-4)}`,
  );
  return (
    <ListRow
      lead={<Icon name="site" />}
      title={site.origin}
      detail={
        <>
          {t("sites.sees", { count: names.length, accounts: list(names) })}
          <br />
          {t("sites.since", { date: formatDateTime(site.grantedAt, "date") })}
          {" · "}
          {t("sites.used", { age: formatAge(now - site.lastUsedAt) })}
        </>
      }
      actions={
        <IconButton
          icon="trash"
          size="sm"
          label={t("sites.disconnect", { origin: site.origin })}
          onClick={onDisconnect}
        />
      }
    />
  );
}
