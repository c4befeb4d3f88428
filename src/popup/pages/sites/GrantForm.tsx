import { useState } from "react";
import type { SiteGrant } from "../../../core/site/site.ts";
import { FormError } from "../../app/FormError.tsx";
import { useNetworks } from "../../data/networks.ts";
import { useAccounts } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";

const daySeconds = 86_400;
const endChoices = [1, 7, 30, 90, 365];

const toggled = <T,>(list: readonly T[], item: T, on: boolean): T[] =>
  on ? [...list, item] : list.filter((each) => each !== item);

/** What a connected site sees and where, and when that ends; each can be changed. */
export function GrantForm({ grant }: { readonly grant: SiteGrant }) {
  const { t, formatAge, formatDateTime, formatDuration } = useI18n();
  const announce = useAnnounce();
  const now = useNow();
  const networks = useNetworks();
  const shown = useAccounts().value?.accounts.filter((each) => !each.hidden) ?? [];
  const save = useCommand("sites.setGrant");
  const [accounts, setAccounts] = useState<readonly string[]>(
    grant.accounts.map((address) => address.toLowerCase()),
  );
  const [chainIds, setChains] = useState<readonly number[]>(grant.chainIds);
  const [days, setDays] = useState("keep");
  const picked = shown.filter(({ address }) => accounts.includes(address.toLowerCase()));

  async function submit(): Promise<void> {
    const done = await save.run({
      origin: grant.origin,
      accounts: picked.map(({ address }) => address),
      chainIds: [...chainIds],
      ...(days === "keep" ? {} : { expiresAt: now + Number(days) * daySeconds }),
    });
    if (!done) return;
    setDays("keep");
    announce(t("sites.saved"));
  }

  const ends = grant.expiresAt;
  const reason =
    picked.length === 0
      ? t("confirm.choose-one")
      : chainIds.length === 0
        ? t("sites.choose-network")
        : undefined;
  return (
    <Section title={t("sites.connection")}>
      <Stack>
        <FormError error={save.error} />
        <Card>
          <KeyValue
            items={[
              { key: "since", label: t("sites.since-label"), value: formatDateTime(grant.grantedAt) },
              { key: "used", label: t("sites.used-label"), value: formatAge(now - grant.lastUsedAt) },
              {
                key: "ends",
                label: t("sites.ends-label"),
                value: ends === undefined ? "–" : formatDateTime(ends),
                ...(grant.idleSeconds === undefined
                  ? {}
                  : { note: t("sites.idle", { time: formatDuration(grant.idleSeconds) }) }),
              },
            ]}
          />
        </Card>
        <Card>
          <fieldset>
            <legend>{t("sites.accounts")}</legend>
            <Stack gap={3}>
              {shown.map((account) => (
                <Checkbox
                  key={account.id}
                  label={account.label}
                  hint={<AddressText address={account.address} short />}
                  checked={accounts.includes(account.address.toLowerCase())}
                  onChange={(on) => setAccounts(toggled(accounts, account.address.toLowerCase(), on))}
                />
              ))}
            </Stack>
          </fieldset>
        </Card>
        {networks.length > 1 && (
          <Card>
            <fieldset>
              <legend>{t("sites.networks")}</legend>
              <Stack gap={3}>
                {networks.map(({ chainId, name }) => (
                  <Checkbox
                    key={chainId}
                    label={name}
                    checked={chainIds.includes(chainId)}
                    onChange={(on) => setChains(toggled(chainIds, chainId, on))}
                  />
                ))}
              </Stack>
            </fieldset>
          </Card>
        )}
        <Select
          label={t("sites.end")}
          value={days}
          options={[
            { value: "keep", label: t("sites.end-keep") },
            ...endChoices.map((each) => ({
              value: String(each),
              label: t("sites.end-in", { time: formatDuration(each * daySeconds) }),
            })),
          ]}
          onChange={setDays}
        />
        <Button busy={save.busy} disabledReason={reason} onClick={() => void submit()}>
          {t("common.save")}
        </Button>
      </Stack>
    </Section>
  );
}
