import { useState } from "react";
import type { Account, Address } from "../../../core/account/account.ts";
import { sameAddress } from "../../../core/account/address.ts";
import { type Device, firstPath } from "../../../core/device/device.ts";
import { useAccounts } from "../../data/records.ts";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AddressRow } from "./AddressRow.tsx";
import { CustomPath } from "./CustomPath.tsx";
import { LookState } from "./LookState.tsx";
import { entriesOf, pageSize, type Source } from "./pages.ts";
import styles from "./pair.module.css";
import { Reading } from "./Reading.tsx";
import { useAddresses } from "./use-addresses.ts";
import { useHoldings } from "./use-holdings.ts";
import { type Compared, VerifyDialog } from "./VerifyAddress.tsx";

export interface AddressesProps {
  readonly device: Device;
  readonly ledger: UsedLedger;
  /** Chosen addresses by path, over all pages and families. */
  readonly chosen: ReadonlyMap<string, Address>;
  readonly onChoose: (chosen: ReadonlyMap<string, Address>) => void;
}

/** The device's addresses, page by page of a family of paths, to choose from. */
export function Addresses({ device, ledger, chosen, onChoose }: AddressesProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const accounts = useAccounts().value?.accounts ?? [];
  const [source, setSource] = useState<Source>("ledger-live");
  const [page, setPage] = useState(0);
  const [typed, setTyped] = useState<readonly string[]>([]);
  const [compared, setCompared] = useState<Compared>();
  const entries = entriesOf(source, page, typed);
  const addresses = useAddresses(
    ledger,
    device.firstAddress,
    entries.map(({ path }) => path),
  );
  const shown = entries.flatMap(({ path }) => addresses.known.get(path) ?? []);
  const whole = shown.length === entries.length;
  const holdings = useHoldings(whole ? shown : []);
  const elsewhere = [...chosen.keys()].filter((path) => !entries.some((entry) => entry.path === path)).length;

  function show(next: number): void {
    setPage(next);
    announce(t("pair.shown", { first: next * pageSize + 1, last: (next + 1) * pageSize }));
  }

  function choose(path: string, address: Address, wanted: boolean): void {
    const next = new Map(chosen);
    if (wanted) next.set(path, address);
    else next.delete(path);
    onChoose(next);
    announce(t("pair.chosen", { count: next.size }));
  }

  return (
    <Stack>
      <Select<Source>
        label={t("pair.family")}
        value={source}
        hint={t(`pair.family-${source}-text`)}
        options={(["ledger-live", "bip44", "legacy", "custom"] as const).map((value) => ({
          value,
          label: t(`pair.family-${value}`),
        }))}
        onChange={(next) => {
          setSource(next);
          setPage(0);
        }}
      />
      {source === "custom" && (
        <CustomPath onPath={(path) => setTyped((last) => (last.includes(path) ? last : [...last, path]))} />
      )}
      {!compared && <Reading ledger={ledger} addresses={addresses} whole={whole} />}
      {entries.length > 0 && (
        <Card flush>
          <ul className={styles.list} aria-label={t("pair.addresses")} aria-busy={!whole || undefined}>
            {entries.map((entry) => {
              const address = addresses.known.get(entry.path);
              return (
                <AddressRow
                  key={entry.path}
                  entry={entry}
                  address={address}
                  account={address && accountWith(accounts, address)}
                  twice={source === "bip44" && entry.path === firstPath}
                  holdings={holdings}
                  chosen={chosen.has(entry.path)}
                  onChoose={(wanted) => address && choose(entry.path, address, wanted)}
                  onVerify={() => address && setCompared({ path: entry.path, address })}
                  busy={ledger.busy}
                />
              );
            })}
          </ul>
        </Card>
      )}
      {whole && <LookState addresses={shown} holdings={holdings} />}
      {source !== "custom" && (
        <nav className={styles.pager} aria-label={t("pair.pages")}>
          <Button size="sm" icon="back" disabled={page === 0} onClick={() => show(page - 1)}>
            {t("pair.previous")}
          </Button>
          <span>{t("pair.shown", { first: page * pageSize + 1, last: (page + 1) * pageSize })}</span>
          <Button size="sm" icon="next" onClick={() => show(page + 1)}>
            {t("pair.next")}
          </Button>
        </nav>
      )}
      {elsewhere > 0 && <p>{t("pair.chosen-elsewhere", { count: elsewhere })}</p>}
      {compared && (
        <VerifyDialog
          ledger={ledger}
          firstAddress={device.firstAddress}
          compared={compared}
          onClose={() => setCompared(undefined)}
        />
      )}
    </Stack>
  );
}

function accountWith(accounts: readonly Account[], address: Address): Account | undefined {
  return accounts.find((account) => sameAddress(account.address, address));
}
