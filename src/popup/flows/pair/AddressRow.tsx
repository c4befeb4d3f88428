import { useId } from "react";
import type { Account, Address } from "../../../core/account/account.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Holdings } from "./Holdings.tsx";
import type { Entry } from "./pages.ts";
import styles from "./pair.module.css";
import type { ReadHoldings } from "./use-holdings.ts";

export interface AddressRowProps {
  readonly entry: Entry;
  /** Not read from the device yet while undefined. */
  readonly address: Address | undefined;
  /** The account that Weir has with this address. */
  readonly account: Account | undefined;
  /** The very address is also the first one of another family. */
  readonly twice: boolean;
  readonly holdings: ReadHoldings;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onVerify: () => void;
  /** The device is at work, so it cannot be asked for more. */
  readonly busy: boolean;
}

/** One address of the device: what it holds, whether Weir has it, and the choice. */
export function AddressRow(props: AddressRowProps) {
  const { entry, address, account, twice, holdings } = props;
  const { t } = useI18n();
  const id = useId();
  const number = <span className={styles.number}>{entry.number}</span>;
  if (address === undefined) {
    return (
      <li className={styles.row}>
        <div className={styles.choice}>
          <span className={styles.label}>
            {number} <code>{entry.path}</code>
          </span>
          <Skeleton height="1.25rem" />
        </div>
      </li>
    );
  }
  const label = (
    <span className={styles.label} id={id}>
      {number} <AddressText address={address} short />
    </span>
  );
  const facts = (
    <span className={styles.facts}>
      <code>{entry.path}</code>
      {twice && <span>{t("pair.same-as-first")}</span>}
      {account?.kind === "watch" && <span>{t("pair.watched", { label: account.label })}</span>}
      <Holdings address={address} holdings={holdings} />
    </span>
  );
  // What is only watched can become the device's; everything else that Weir has stays what it is.
  const taken = account !== undefined && account.kind !== "watch";
  return (
    <li className={styles.row} data-testid="pair-row">
      <div className={styles.choice}>
        {taken ? (
          <div className={styles.known}>
            {label} <Badge icon="check">{t("pair.known", { label: account.label })}</Badge>
            {facts}
          </div>
        ) : (
          <Checkbox label={label} checked={props.chosen} onChange={props.onChoose} hint={facts} />
        )}
      </div>
      <Button size="sm" icon="ledger" describedBy={id} disabled={props.busy} onClick={props.onVerify}>
        {t("pair.verify")}
      </Button>
    </li>
  );
}
