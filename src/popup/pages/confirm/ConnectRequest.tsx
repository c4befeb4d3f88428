import { useState } from "react";
import type { SiteRequest } from "../../../core/site/site.ts";
import { useAccounts, useSelectedAccount } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useArmed } from "../../flows/review/use-armed.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { ConfirmFrame } from "./ConfirmFrame.tsx";
import styles from "./confirm.module.css";
import { Origin } from "./Origin.tsx";

export interface RequestViewProps {
  readonly request: SiteRequest;
  /** How many requests wait, this one included. */
  readonly count: number;
  /** It was answered from here. */
  readonly onAnswered: () => void;
}

/** A site asks to see accounts: who it is, what it will see and can do, and which accounts it gets. */
export function ConnectRequest({ request, count, onAnswered }: RequestViewProps) {
  const { t, errorText } = useI18n();
  const accounts = useAccounts().value?.accounts.filter((each) => !each.hidden) ?? [];
  const selected = useSelectedAccount();
  const [changed, setChosen] = useState<readonly string[]>();
  const chosen = changed ?? (selected ? [selected.id] : []);
  const approve = useCommand("sites.approveConnect");
  const reject = useCommand("sites.reject");
  const armed = useArmed(request.id);
  const error = approve.error ?? reject.error;
  const picked = accounts.filter((each) => chosen.includes(each.id));

  function toggle(id: string, on: boolean): void {
    setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  }

  async function connect(): Promise<void> {
    const done = await approve.run({ id: request.id, accounts: picked.map((each) => each.address) });
    if (done) onAnswered();
  }

  const reason = picked.length === 0 ? t("confirm.choose-one") : armed ? undefined : t("review.arming");
  const points: [IconName, string][] = [
    ["eye", t("confirm.will-see")],
    ["edit", t("confirm.can-ask")],
    ["lock", t("confirm.cannot")],
  ];
  return (
    <ConfirmFrame
      title={t("confirm.connect-title")}
      count={count}
      footer={
        <>
          <Button
            busy={reject.busy}
            disabled={approve.busy}
            onClick={() => void reject.run({ id: request.id }).then((done) => done && onAnswered())}
          >
            {t("confirm.reject")}
          </Button>
          <Button
            variant="primary"
            busy={approve.busy}
            disabled={reject.busy}
            disabledReason={reason}
            onClick={() => void connect()}
          >
            {t("confirm.connect")}
          </Button>
        </>
      }
    >
      <Origin origin={request.origin} framedBy={request.framedBy} />
      {error && <Notice tone="danger">{errorText(error)}</Notice>}
      <ul className={styles.points}>
        {points.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} size={16} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Section title={t("confirm.accounts")} description={t("confirm.accounts-explain")}>
        <Card>
          <Stack gap={3}>
            {accounts.map((account) => (
              <Checkbox
                key={account.id}
                checked={chosen.includes(account.id)}
                onChange={(on) => toggle(account.id, on)}
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
    </ConfirmFrame>
  );
}
