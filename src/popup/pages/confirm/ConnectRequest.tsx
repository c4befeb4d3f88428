import { useState } from "react";
import { useNetworks } from "../../data/networks.ts";
import { useAccounts, useSelectedAccount, useSettings } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./confirm.module.css";
import { Decision } from "./Decision.tsx";
import type { RequestViewProps } from "./request-view.ts";
import { daySeconds, SessionEnd } from "./SessionEnd.tsx";

/** A site asks to see accounts: who it is, what it will see and can do, which accounts and networks it gets, until when. */
export function ConnectRequest(props: RequestViewProps) {
  const { request } = props;
  const { t } = useI18n();
  const accounts = useAccounts().value?.accounts.filter((each) => !each.hidden) ?? [];
  const selected = useSelectedAccount();
  const networks = useNetworks();
  const settings = useSettings();
  const [changed, setChosen] = useState<readonly string[]>();
  const [without, setWithout] = useState<readonly number[]>([]);
  const [chosenDays, setDays] = useState<number>();
  const chosen = changed ?? (selected ? [selected.id] : []);
  const days = chosenDays ?? settings.sessionDays;
  const approve = useCommand("sites.approveConnect");
  const picked = accounts.filter((each) => chosen.includes(each.id));
  const allowed = networks.map((each) => each.chainId).filter((id) => !without.includes(id));

  async function connect(): Promise<boolean> {
    const done = await approve.run({
      id: request.id,
      accounts: picked.map((each) => each.address),
      chainIds: allowed,
      expiresAt: Math.floor(Date.now() / 1000) + days * daySeconds,
    });
    return done !== undefined;
  }

  const points: [IconName, string][] = [
    ["eye", t("confirm.will-see")],
    ["edit", t("confirm.can-ask")],
    ["lock", t("confirm.cannot")],
  ];
  return (
    <Decision
      {...props}
      title={t("confirm.connect-title")}
      confirmLabel={t("confirm.connect")}
      onConfirm={connect}
      confirming={approve.busy}
      error={approve.error}
      incomplete={
        picked.length === 0
          ? t("confirm.choose-one")
          : allowed.length === 0
            ? t("confirm.choose-network")
            : undefined
      }
    >
      <ul className={styles.points}>
        {points.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} size={16} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Section title={t("confirm.accounts")}>
        <Card>
          <Stack gap={3}>
            {accounts.map((account) => (
              <Checkbox
                key={account.id}
                name="account"
                checked={chosen.includes(account.id)}
                onChange={(on) =>
                  setChosen(on ? [...chosen, account.id] : chosen.filter((each) => each !== account.id))
                }
                label={
                  <span className={styles.account}>
                    <Identicon address={account.address} size={24} />
                    <span>{account.label}</span>
                    {account.kind === "watch" && <Badge>{t("shell.watch-only")}</Badge>}
                  </span>
                }
                hint={<AddressText address={account.address} short />}
              />
            ))}
          </Stack>
        </Card>
      </Section>
      <Section title={t("confirm.networks")} description={t("confirm.networks-explain")}>
        <Card>
          <Stack gap={3}>
            {networks.map(({ chainId, name }) => (
              <Checkbox
                key={chainId}
                name="network"
                checked={!without.includes(chainId)}
                onChange={(on) =>
                  setWithout(on ? without.filter((each) => each !== chainId) : [...without, chainId])
                }
                label={name}
              />
            ))}
          </Stack>
        </Card>
      </Section>
      <SessionEnd days={days} onDays={setDays} idleDays={settings.sessionIdleDays} />
    </Decision>
  );
}
