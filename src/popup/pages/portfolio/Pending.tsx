import type { Account } from "../../../core/account/account.ts";
import { useOperations } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { List } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { OperationRow } from "../operation/OperationRow.tsx";
import { operationGroup } from "../operation/operation-words.ts";

export interface PendingProps {
  readonly chainId: number;
  readonly accounts: readonly Account[];
}

/** Operations that are sent or about to be; nothing while there are none. */
export function Pending({ chainId, accounts }: PendingProps) {
  const { t } = useI18n();
  const operations = useOperations(chainId).records.filter(
    (operation) =>
      operationGroup(operation) === "waiting" &&
      accounts.some((account) => account.id === operation.accountId),
  );
  if (operations.length === 0) return null;
  return (
    <div aria-live="polite">
      <Section title={t("portfolio.pending")}>
        <Card flush>
          <List label={t("portfolio.pending")}>
            {operations.map((operation) => (
              <OperationRow key={operation.id} operation={operation} />
            ))}
          </List>
        </Card>
      </Section>
    </div>
  );
}
