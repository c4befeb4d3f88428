import type { Input } from "../../../messages/popup/index.ts";
import { FormError } from "../../app/FormError.tsx";
import { useSettings } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useDefaultWallet } from "../../data/use-default-wallet.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { PhishingList } from "./PhishingList.tsx";

const daySeconds = 86_400;
const dayChoices = [1, 7, 30, 90, 365];
const messageChoices = [30, 60, 90, 120];

/** The choices with the present value among them. */
const including = (choices: readonly number[], value: number): number[] =>
  [...new Set([...choices, value])].sort((a, b) => a - b);

/** How long what sites are given lasts, and what they may ask at all. Each takes effect at once. */
export default function SiteRules() {
  const { t, formatDuration } = useI18n();
  const settings = useSettings();
  const save = useCommand("settings.set");
  const byDefault = useDefaultWallet();
  const set = (patch: Input<"settings.set">["patch"]): void => void save.run({ patch });
  const days = (value: number) =>
    including(dayChoices, value).map((each) => ({
      value: String(each),
      label: formatDuration(each * daySeconds),
    }));
  return (
    <Stack gap={5}>
      <FormError error={save.error ?? byDefault.error} />
      <Section title={t("settings.ends")}>
        <Card>
          <Stack>
            <Select
              label={t("settings.session-days")}
              hint={t("settings.session-days-hint")}
              value={String(settings.sessionDays)}
              options={days(settings.sessionDays)}
              onChange={(value) => set({ sessionDays: Number(value) })}
            />
            <Select
              label={t("settings.idle-days")}
              value={String(settings.sessionIdleDays)}
              options={days(settings.sessionIdleDays)}
              onChange={(value) => set({ sessionIdleDays: Number(value) })}
            />
            <Select
              label={t("settings.lease-days")}
              hint={t("settings.lease-days-hint")}
              value={String(settings.leaseDays)}
              options={days(settings.leaseDays)}
              onChange={(value) => set({ leaseDays: Number(value) })}
            />
            <Switch
              label={t("settings.notify-leases")}
              hint={t("settings.notify-leases-hint")}
              checked={settings.notifyLeases}
              onChange={(notifyLeases) => set({ notifyLeases })}
            />
          </Stack>
        </Card>
      </Section>
      <Section title={t("settings.asking")}>
        <Card>
          <Stack>
            <Switch
              label={t("settings.default-wallet")}
              hint={t("settings.default-wallet-hint")}
              checked={byDefault.everywhere}
              disabled={byDefault.busy}
              onChange={(everywhere) => void byDefault.set({ origins: byDefault.origins, everywhere })}
            />
            {byDefault.denied && <Notice tone="warn">{t("sites.default-denied")}</Notice>}
            <Switch
              label={t("settings.sign-only")}
              hint={t("settings.sign-only-hint")}
              checked={settings.signOnly}
              onChange={(signOnly) => set({ signOnly })}
            />
            <Select
              label={t("settings.message-seconds")}
              hint={t("settings.message-seconds-hint")}
              value={String(settings.messageSeconds)}
              options={including(messageChoices, settings.messageSeconds).map((each) => ({
                value: String(each),
                label: formatDuration(each),
              }))}
              onChange={(value) => set({ messageSeconds: Number(value) })}
            />
          </Stack>
        </Card>
      </Section>
      <PhishingList url={settings.phishingListUrl} onUrl={(phishingListUrl) => set({ phishingListUrl })} />
    </Stack>
  );
}
