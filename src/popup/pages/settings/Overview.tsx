import { navigate, routeTo } from "../../app/router.ts";
import { useSurface } from "../../app/surface.ts";
import { usePlatform } from "../../data/page-context.ts";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Preferences } from "./Preferences.tsx";

interface Link {
  path: string;
  label: string;
  icon: IconName;
}

/** The preferences, and the ways to everything else that can be set. */
export function Overview() {
  const { t } = useI18n();
  const surface = useSurface();
  const { openTab, closeThisWindow } = usePlatform();
  const list = useAccounts().value;
  const phrases = list?.phrases ?? [];
  const hasLedger = list?.accounts.some((account) => account.kind === "ledger") ?? false;
  const [phrase] = phrases;
  const wallet: Link[] = [
    { path: "accounts", label: t("settings.accounts"), icon: "account" },
    { path: "contacts", label: t("settings.contacts"), icon: "edit" },
    { path: "settings/networks", label: t("settings.networks"), icon: "activity" },
    { path: "sites", label: t("settings.sites"), icon: "site" },
    { path: "approvals", label: t("approvals.title"), icon: "key" },
    { path: "settings/sites", label: t("settings.site-rules"), icon: "settings" },
  ];
  const security: Link[] = [
    ...(phrase
      ? [
          {
            path: phrases.length > 1 ? "accounts" : `backup/${phrase.id}`,
            label: t("settings.phrase"),
            icon: "key",
          } satisfies Link,
        ]
      : []),
    { path: "backup/file", label: t("settings.backup-file"), icon: "download" },
    { path: "settings/password", label: t("settings.password"), icon: "lock" },
    ...(hasLedger
      ? [
          {
            path: "settings/second-factor",
            label: t("settings.second-factor"),
            icon: "ledger",
          } satisfies Link,
        ]
      : []),
    { path: "audit", label: t("settings.audit"), icon: "clock" },
    { path: "settings/wipe", label: t("settings.wipe"), icon: "trash" },
    { path: "settings/about", label: t("settings.about"), icon: "info" },
  ];
  return (
    <Stack gap={5}>
      <Section title={t("settings.general")}>
        <Preferences />
      </Section>
      <Links title={t("settings.wallet")} links={wallet} />
      <Links title={t("settings.security")} links={security} />
      {surface === "popup" && (
        <Button icon="external" wide onClick={() => void openTab(routeTo("portfolio")).then(closeThisWindow)}>
          {t("settings.open-tab")}
        </Button>
      )}
    </Stack>
  );
}

function Links({ title, links }: { readonly title: string; readonly links: readonly Link[] }) {
  return (
    <Section title={title}>
      <Card flush>
        <List label={title}>
          {links.map(({ path, label, icon }) => (
            <ListRow
              key={path}
              lead={<Icon name={icon} />}
              title={label}
              onSelect={() => navigate(routeTo(path))}
            />
          ))}
        </List>
      </Card>
    </Section>
  );
}
