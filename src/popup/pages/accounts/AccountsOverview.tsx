import { modelNames } from "../../../core/device/device.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AccountRows } from "./AccountRows.tsx";
import { phraseName } from "./phrase-name.ts";

/** All accounts, the hidden ones apart, paired Ledgers, and the phrases with the state of their backup. */
export function AccountsOverview() {
  const { t } = useI18n();
  const list = useAccounts().value;
  if (list === undefined) return <Skeleton height="6rem" label={t("common.loading")} />;
  const hidden = list.accounts.filter((account) => account.hidden);
  return (
    <Stack gap={5}>
      {list.accounts.length === 0 ? (
        <EmptyState icon="account" title={t("accounts.empty")}>
          {t("accounts.empty-text")}
        </EmptyState>
      ) : (
        <AccountRows
          label={t("accounts.title")}
          accounts={list.accounts.filter((account) => !account.hidden)}
        />
      )}
      {hidden.length > 0 && (
        <Section title={t("accounts.hidden")}>
          <AccountRows label={t("accounts.hidden")} accounts={hidden} />
        </Section>
      )}
      {list.devices.length > 0 && (
        <Section title={t("accounts.devices")}>
          <Card flush>
            <List label={t("accounts.devices")}>
              {list.devices.map((device) => (
                <ListRow
                  key={device.id}
                  lead={<Icon name="ledger" />}
                  title={device.label}
                  detail={[
                    ...(device.label === modelNames[device.model] ? [] : [modelNames[device.model]]),
                    ...(device.appVersion === undefined
                      ? []
                      : [t("accounts.app-version", { version: device.appVersion })]),
                    t("count.accounts", {
                      count: list.accounts.filter((each) => each.deviceId === device.id).length,
                    }),
                  ].join(" · ")}
                  onSelect={() => navigate(routeTo(`accounts/devices/${device.id}`))}
                />
              ))}
            </List>
          </Card>
        </Section>
      )}
      {list.phrases.length > 0 && (
        <Section title={t("accounts.phrases")}>
          <Card flush>
            <List label={t("accounts.phrases")}>
              {list.phrases.map((phrase, at) => (
                <ListRow
                  key={phrase.id}
                  lead={<Icon name="key" />}
                  title={phraseName(t, phrase, at)}
                  detail={
                    <>
                      {t("accounts.phrase-of", { count: phrase.words })}
                      {" · "}
                      {t("count.accounts", {
                        count: list.accounts.filter((each) => each.secretId === phrase.id).length,
                      })}
                      {" · "}
                      <Badge tone={phrase.backedUp ? "success" : "warn"}>
                        {phrase.backedUp ? t("accounts.backed-up") : t("accounts.not-backed-up")}
                      </Badge>
                    </>
                  }
                  actions={
                    <Button size="sm" onClick={() => navigate(routeTo(`backup/${phrase.id}`))}>
                      {phrase.backedUp ? t("accounts.show-phrase") : t("accounts.back-up")}
                    </Button>
                  }
                />
              ))}
            </List>
          </Card>
        </Section>
      )}
    </Stack>
  );
}
