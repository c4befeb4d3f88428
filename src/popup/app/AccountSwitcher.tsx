import { type ReactNode, useState } from "react";
import type { Account } from "../../core/account/account.ts";
import { useAccounts, useSelectedAccount } from "../data/records.ts";
import { useCommand } from "../data/use-command.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import type { Translator } from "../i18n/translator.ts";
import { AddressText } from "../ui/AddressText.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Identicon } from "../ui/Identicon.tsx";
import { List, ListRow } from "../ui/List.tsx";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import styles from "./AccountSwitcher.module.css";
import { navigate, routeTo } from "./router.ts";

/** The shown account in the header; opens the list of visible accounts. */
export function AccountSwitcher() {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const list = useAccounts().value;
  const selected = useSelectedAccount();
  const select = useCommand("accounts.select");
  if (list === undefined || selected === undefined) return null;

  function choose(account: Account): void {
    setOpen(false);
    void select.run({ id: account.id });
  }

  function go(path: string): void {
    setOpen(false);
    navigate(routeTo(path));
  }

  return (
    <>
      <button
        type="button"
        className={styles.current}
        data-testid="account-switcher"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Identicon address={selected.address} size={28} />
        <span className={styles.text}>
          <VisuallyHidden>{t("shell.switch-account")}</VisuallyHidden>
          <span className={styles.label}>{selected.label}</span>
          <AddressText address={selected.address} short />
        </span>
        <Icon name="down" size={14} />
      </button>
      <Dialog
        open={open}
        title={t("shell.accounts")}
        closeLabel={t("common.close")}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => go("accounts")}>{t("shell.manage-accounts")}</Button>
            <Button variant="primary" onClick={() => go("accounts/add")}>
              {t("shell.add-account")}
            </Button>
          </>
        }
      >
        <Card flush>
          <List label={t("shell.accounts")}>
            {list.accounts
              .filter((account) => !account.hidden || account.id === selected.id)
              .map((account) => (
                <ListRow
                  key={account.id}
                  lead={<Identicon address={account.address} />}
                  title={account.label}
                  detail={<AddressText address={account.address} short />}
                  aside={kindBadge(t, account.kind)}
                  current={account.id === selected.id}
                  onSelect={() => choose(account)}
                />
              ))}
          </List>
        </Card>
      </Dialog>
    </>
  );
}

/** What sets an account apart from those whose key is here. */
function kindBadge(t: Translator["t"], kind: Account["kind"]): ReactNode {
  if (kind === "watch") return <Badge>{t("shell.watch-only")}</Badge>;
  return kind === "ledger" ? <Badge icon="ledger">{t("accounts.kind-ledger")}</Badge> : undefined;
}
