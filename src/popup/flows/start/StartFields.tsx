import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { Who } from "../review/Who.tsx";
import type { Start } from "./use-start.ts";

export interface StartFieldsProps {
  readonly start: Start;
  /** Leaves out the choice of protocol. */
  readonly accountOnly?: boolean | undefined;
}

/** Which account and, where there are several, which protocol. A watch-only account is told here already. */
export function StartFields({ start, accountOnly }: StartFieldsProps) {
  const { t } = useI18n();
  const { account, accounts, protocols = [], protocol } = start;
  return (
    <>
      {accounts.length > 1 ? (
        <Select
          label={t("review.account")}
          value={account.id}
          options={accounts.map((each) => ({
            value: each.id,
            label: `${each.label} · ${each.address.slice(0, 6)}…${each.address.slice(-4)}`,
          }))}
          onChange={start.setAccount}
        />
      ) : (
        <Who address={account.address} label={account.label} short />
      )}
      {account.kind === "watch" && (
        <Notice tone="warn" title={t("review.watch-title")}>
          {t("review.watch-form")}
        </Notice>
      )}
      {!accountOnly && protocols.length > 1 && protocol && (
        <Select
          label={t("review.protocol")}
          value={protocol.id}
          options={protocols.map((each) => ({ value: each.id, label: each.name }))}
          onChange={start.setProtocol}
        />
      )}
    </>
  );
}
