import type { Account } from "../../../core/account/account.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useAccounts, useSelectedAccount } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { phraseName } from "./phrase-name.ts";

/** All accounts, the hidden ones apart, and the phrases with the state of their backup. */
export function AccountsOverview() {
  const { t } = useI18n();
  const list = useAccounts().value;
  if (list === undefined || list.accounts.length === 0) {
    return (
      <EmptyState icon="account" title={t("accounts.empty")}>
        {t("accounts.empty-text")}
      </EmptyState>
    );
  }
  const hidden = list.accounts.filter((account) => account.hidden);
  return (
    <Stack gap={5}>
      <AccountList
        label={t("accounts.title")}
        accounts={list.accounts.filter((account) => !account.hidden)}
      />
      {hidden.length > 0 && (
        <Section title={t("accounts.hidden")}>
          <AccountList label={t("accounts.hidden")} accounts={hidden} />
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

function AccountList({ label, accounts }: { readonly label: string; readonly accounts: readonly Account[] }) {
  const { t } = useI18n();
  const selected = useSelectedAccount();
  return (
    <Card flush>
      <List label={label}>
        {accounts.map((account) => (
          <ListRow
            key={account.id}
            lead={<Identicon address={account.address} />}
            title={account.label}
            detail={
              <>
                <AddressText address={account.address} short />
                {` · ${t(`accounts.kind-${account.kind}`)}`}
              </>
            }
            aside={account.id === selected?.id ? <Badge tone="info">{t("accounts.shown")}</Badge> : undefined}
            onSelect={() => navigate(routeTo(`accounts/${account.id}`))}
          />
        ))}
      </List>
    </Card>
  );
}
