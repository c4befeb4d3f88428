import type { Settings } from "../../../core/settings/settings.ts";
import type { Input } from "../../../messages/popup/index.ts";
import { FormError } from "../../app/FormError.tsx";
import { useSettings } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { LANGUAGES } from "../../i18n/languages.ts";
import { Card } from "../../ui/Card.tsx";
import { Select } from "../../ui/Select.tsx";
import { Columns, Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";

const autoLockChoices = [1, 5, 15, 30, 60, 240, 1440];

/** Language, appearance, auto-lock, notifications, currency. Each takes effect at once. */
export function Preferences() {
  const { t, formatDuration } = useI18n();
  const settings = useSettings();
  const save = useCommand("settings.set");
  const set = (patch: Input<"settings.set">["patch"]): void => void save.run({ patch });
  const minutes = autoLockChoices.includes(settings.autoLockMinutes)
    ? autoLockChoices
    : [...autoLockChoices, settings.autoLockMinutes].sort((a, b) => a - b);
  const languages: { value: Settings["language"]; label: string }[] = [
    { value: "auto", label: t("settings.language-auto") },
    ...Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Settings["language"], label })),
  ];
  return (
    <Card>
      <Stack>
        <FormError error={save.error} />
        <Columns>
          <Select
            label={t("settings.language")}
            value={settings.language}
            options={languages}
            onChange={(language) => set({ language })}
          />
          <Select
            label={t("settings.theme")}
            value={settings.theme}
            options={[
              { value: "system", label: t("settings.theme-system") },
              { value: "light", label: t("settings.theme-light") },
              { value: "dark", label: t("settings.theme-dark") },
            ]}
            onChange={(theme) => set({ theme })}
          />
        </Columns>
        <Select
          label={t("settings.auto-lock")}
          value={String(settings.autoLockMinutes)}
          options={minutes.map((each) => ({ value: String(each), label: formatDuration(each * 60) }))}
          hint={t("settings.auto-lock-hint")}
          onChange={(value) => set({ autoLockMinutes: Number(value) })}
        />
        <Switch
          label={t("settings.notify")}
          hint={t("settings.notify-hint")}
          checked={settings.notifyClaimable}
          onChange={(notifyClaimable) => set({ notifyClaimable })}
        />
        <Switch
          label={t("settings.fiat")}
          hint={t("settings.fiat-hint")}
          checked={settings.fiat}
          onChange={(fiat) => set({ fiat })}
        />
      </Stack>
    </Card>
  );
}
