import type { Operation } from "../../../core/operation/operation.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { StateBadge } from "../../ui/Badge.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/List.tsx";
import { Amount } from "../portfolio/Amount.tsx";
import styles from "./operation.module.css";
import { mainEffect, operationState, operationTitle } from "./operation-words.ts";

const icons: Record<Operation["intent"]["kind"], IconName> = {
  stake: "stake",
  convert: "wrap",
  redeem: "redeem",
  claim: "claim",
  send: "send",
  approve: "key",
  revoke: "key",
  "site-transaction": "site",
  "site-calls": "site",
  "site-message": "edit",
  "site-typed-data": "edit",
  "site-approval": "key",
};

export interface OperationRowProps {
  readonly operation: Operation;
  /** The account's label, where several are shown. */
  readonly account?: string | undefined;
}

/** One operation in a list: its name, amount, state and date. Leads to its page. */
export function OperationRow({ operation, account }: OperationRowProps) {
  const i18n = useI18n();
  const effect = mainEffect(operation);
  const state = operationState(operation, i18n);
  const date = i18n.formatDateTime(operation.createdAt);
  return (
    <ListRow
      lead={<Icon name={icons[operation.intent.kind]} />}
      title={<span className={styles.row}>{operationTitle(operation, i18n)}</span>}
      detail={account === undefined ? date : `${date} · ${account}`}
      aside={effect && <Amount value={effect.change} asset={effect.asset} sign="always" />}
      asideDetail={<StateBadge state={state.badge} label={state.label} />}
      onSelect={() => navigate(routeTo(`operation/${operation.id}`))}
    />
  );
}
