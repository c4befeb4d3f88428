import type { SiteGrant } from "../../../core/site/site.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts, useSites } from "../../data/records.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useSignIns, useSiteHealth } from "./use-site-records.ts";

/** Who is connected and until when, what else sites were given, and the way to end it. */
export function SitesOverview() {
  const { t, formatDateTime } = useI18n();
  const sites = useSites();
  const health = useSiteHealth();
  const signIns = useSignIns().records;
  const suspended = new Set(
    health.records.filter(({ suspendedAt }) => suspendedAt !== undefined).map(({ origin }) => origin),
  );
  const connected = new Set(sites.records.map(({ origin }) => origin));
  const others = [...new Set([...suspended, ...signIns.map(({ origin }) => origin)])].filter(
    (origin) => !connected.has(origin),
  );
  const lastSignIn = (origin: string) => signIns.find((each) => each.origin === origin)?.entries.at(-1)?.at;
  return (
    <Screen title={t("sites.title")}>
      {sites.state === "unreadable" && <Notice tone="danger">{t("sites.unreadable")}</Notice>}
      {sites.damaged.length > 0 && <Notice tone="warn">{t("sites.damaged")}</Notice>}
      <Stack gap={5}>
        <Card flush>
          <List label={t("sites.more")}>
            <ListRow
              lead={<Icon name="key" />}
              title={t("sites.approvals")}
              detail={t("sites.approvals-text")}
              onSelect={() => navigate(routeTo("approvals"))}
            />
            <ListRow
              lead={<Icon name="settings" />}
              title={t("sites.settings")}
              detail={t("sites.settings-text")}
              onSelect={() => navigate(routeTo("settings/sites"))}
            />
          </List>
        </Card>
        {sites.state === "here" && sites.records.length === 0 && (
          <EmptyState icon="site" title={t("sites.empty")}>
            {t("sites.empty-text")}
          </EmptyState>
        )}
        {sites.records.length > 0 && (
          <Section title={t("sites.connected")} description={t("sites.explain")}>
            <Card flush>
              <List label={t("sites.connected")}>
                {sites.records.map((site) => (
                  <SiteRow key={site.origin} site={site} suspended={suspended.has(site.origin)} />
                ))}
              </List>
            </Card>
          </Section>
        )}
        {others.length > 0 && (
          <Section title={t("sites.others")}>
            <Card flush>
              <List label={t("sites.others")}>
                {others.map((origin) => {
                  const at = lastSignIn(origin);
                  return (
                    <ListRow
                      key={origin}
                      lead={<Icon name="site" />}
                      title={<SiteTitle origin={origin} suspended={suspended.has(origin)} />}
                      detail={
                        at === undefined ? undefined : t("sites.signed-in", { date: formatDateTime(at) })
                      }
                      onSelect={() => navigate(routeTo(`sites/${encodeURIComponent(origin)}`))}
                    />
                  );
                })}
              </List>
            </Card>
          </Section>
        )}
      </Stack>
    </Screen>
  );
}

/** Whose row it is, and whether it is still answered: beside the name, so that the details keep their width. */
function SiteTitle({ origin, suspended }: { readonly origin: string; readonly suspended: boolean }) {
  const { t } = useI18n();
  return (
    <>
      {origin}
      {suspended && (
        <>
          {" "}
          <Badge tone="danger">{t("sites.suspended")}</Badge>
        </>
      )}
    </>
  );
}

function SiteRow({ site, suspended }: { readonly site: SiteGrant; readonly suspended: boolean }) {
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
      title={<SiteTitle origin={site.origin} suspended={suspended} />}
      detail={
        <>
          {t("sites.sees", { count: names.length, accounts: list(names) })}
          <br />
          {t("sites.used", { age: formatAge(now - site.lastUsedAt) })}
          {site.expiresAt !== undefined && (
            <>
              {" · "}
              {t("sites.ends", { date: formatDateTime(site.expiresAt, "date") })}
            </>
          )}
        </>
      }
      onSelect={() => navigate(routeTo(`sites/${encodeURIComponent(site.origin)}`))}
    />
  );
}
