import { useEffect, useState } from "react";
import type { Output } from "../../../messages/popup/index.ts";
import { FormError } from "../../app/FormError.tsx";
import { usePage } from "../../data/page-context.ts";
import { useCommand } from "../../data/use-command.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";

export interface PhishingListProps {
  readonly url: string;
  readonly onUrl: (url: string) => void;
}

/** The list of known phishing sites: which one is in use, and reading a newer one from an address that is shown. */
export function PhishingList({ url, onUrl }: PhishingListProps) {
  const { t, formatAge } = useI18n();
  const announce = useAnnounce();
  const { send } = usePage();
  const now = useNow();
  const update = useCommand("phishing.update");
  const [status, setStatus] = useState<Output<"phishing.status">>();
  const [typed, setTyped] = useState(url);
  useEffect(() => {
    send("phishing.status", {}).then(setStatus, () => undefined);
  }, [send]);

  async function run(): Promise<void> {
    const done = await update.run({});
    if (!done) return;
    setStatus(done);
    announce(t("settings.phishing-updated"));
  }

  return (
    <Section title={t("settings.phishing")} description={t("settings.phishing-explain")}>
      <Card>
        <Stack>
          <FormError error={update.error} />
          {status && (
            <p>
              {t("settings.phishing-entries", { count: status.entries })}{" "}
              {status.updatedAt === undefined
                ? t("settings.phishing-bundled", { version: status.version })
                : t("settings.phishing-age", { age: formatAge(now - status.updatedAt) })}
            </p>
          )}
          <TextField
            type="url"
            inputMode="url"
            label={t("settings.phishing-url")}
            value={typed}
            maxLength={2000}
            onChange={setTyped}
            onBlur={() => {
              if (typed.trim() !== url) onUrl(typed.trim());
            }}
          />
          <Button busy={update.busy} onClick={() => void run()}>
            {t("settings.phishing-update")}
          </Button>
        </Stack>
      </Card>
    </Section>
  );
}
