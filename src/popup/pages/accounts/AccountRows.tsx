import type { Account } from "../../../core/account/account.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useAccounts, useSelectedAccount } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { List, ListRow } from "../../ui/List.tsx";

export interface AccountRowsProps {
  readonly label: string;
  readonly accounts: readonly Account[];
}

/** Accounts, each leading to its page. */
export function AccountRows({ label, accounts }: AccountRowsProps) {
  const { t } = useI18n();
  const selected = useSelectedAccount();
  const devices = useAccounts().value?.devices ?? [];
  /** A Ledger's account names the device, and the path tells two of its accounts apart. */
  const origin = (account: Account): string => {
    const device = devices.find(({ id }) => id === account.deviceId);
    if (device === undefined) return t(`accounts.kind-${account.kind}`);
    return `${device.label} · ${account.path}`;
  };
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
                {` · ${origin(account)}`}
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
