import { useState } from "react";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts, useOperations, useSelectedAccount } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { List } from "../../ui/List.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { OperationRow } from "../operation/OperationRow.tsx";
import { operationGroup } from "../operation/operation-words.ts";

const filters = ["all", "waiting", "done", "failed"] as const;
type Filter = (typeof filters)[number];

/** Every operation of the shown account, or of all, the newest first. */
export default function ActivityPage() {
  const { t } = useI18n();
  const [filter, setFilter] = useState<Filter>("all");
  const [everybody, setEverybody] = useState(false);
  const accounts = useAccounts().value?.accounts ?? [];
  const selected = useSelectedAccount();
  const list = useOperations(undefined, everybody ? undefined : selected?.id);
  const shown = list.records.filter((operation) => filter === "all" || operationGroup(operation) === filter);
  const label = (id: string) => accounts.find((account) => account.id === id)?.label;

  return (
    <Screen title={t("activity.title")}>
      <Stack gap={3}>
        {list.damaged.length > 0 && (
          <Notice tone="warn">{t("activity.damaged", { count: list.damaged.length })}</Notice>
        )}
        {list.state === "unreadable" && <Notice tone="danger">{t("activity.unreadable")}</Notice>}
        {accounts.length > 1 && (
          <Switch label={t("activity.all-accounts")} checked={everybody} onChange={setEverybody} />
        )}
        <Tabs
          label={t("activity.filter")}
          tabs={filters.map((id) => ({ id, label: t(`activity.${id}`) }))}
          selected={filter}
          onSelect={setFilter}
        >
          {list.state === "loading" ? (
            <Skeleton height="8rem" label={t("common.loading")} />
          ) : shown.length === 0 ? (
            <EmptyState icon="activity" title={t("activity.empty-title")}>
              {t(filter === "all" ? "activity.empty-text" : "activity.empty-filter")}
            </EmptyState>
          ) : (
            <Card flush>
              <List label={t("activity.title")}>
                {shown.map((operation) => (
                  <OperationRow
                    key={operation.id}
                    operation={operation}
                    account={everybody ? label(operation.accountId) : undefined}
                  />
                ))}
              </List>
            </Card>
          )}
        </Tabs>
      </Stack>
    </Screen>
  );
}
