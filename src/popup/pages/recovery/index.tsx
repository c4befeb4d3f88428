import { useEffect, useState } from "react";
import type { VaultStatus } from "../../../messages/popup/vault.ts";
import { RestoreForm } from "../../flows/onboard/RestoreForm.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge, type Tone } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { WipeForm } from "../settings/WipeForm.tsx";
import { mayBeginAgain, mayDownload, mayRestore } from "./offers.ts";
import { RemainingCopies } from "./RemainingCopies.tsx";

type CopyState = VaultStatus["copies"]["primary"];

const tones: Readonly<Record<CopyState, Tone>> = {
  good: "success",
  absent: "neutral",
  damaged: "danger",
  unreadable: "warn",
  newer: "info",
};

export interface RecoveryPageProps {
  readonly status: VaultStatus;
  readonly refresh: () => Promise<void>;
}

/** What to do when neither copy of the vault opens: look again, keep what is left, restore; begin anew only at the end. */
export default function RecoveryPage({ status, refresh }: RecoveryPageProps) {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const newer = status.state === "newer";
  const title = newer ? t("recovery.newer-title") : t("recovery.title");
  useEffect(() => {
    document.title = t("shell.title", { page: title });
  }, [t, title]);

  async function retry(): Promise<void> {
    setBusy(true);
    await refresh();
    setBusy(false);
  }

  const { primary, secondary } = status.copies;
  const badge = (state: CopyState) => <Badge tone={tones[state]}>{t(`recovery.${state}`)}</Badge>;
  return (
    <Page title={title} skipLabel={t("common.skip-to-content")} lead={<Logo />} width="narrow">
      <Stack gap={5}>
        <Notice tone={newer ? "info" : "warn"} still>
          {newer ? t("recovery.newer-text") : t("recovery.nothing-deleted")}
        </Notice>
        <Stack gap={3}>
          <p>{t("recovery.explain")}</p>
          <Card>
            <KeyValue
              items={[
                { key: "primary", label: t("recovery.primary"), value: badge(primary) },
                { key: "secondary", label: t("recovery.secondary"), value: badge(secondary) },
              ]}
            />
          </Card>
        </Stack>
        <Section title={t("recovery.retry-title")} description={t("recovery.retry-text")}>
          <Button variant="primary" icon="refresh" busy={busy} onClick={() => void retry()}>
            {t("common.retry")}
          </Button>
        </Section>
        {mayDownload(status) && (
          <Section title={t("recovery.download-title")} description={t("recovery.download-text")}>
            <RemainingCopies />
          </Section>
        )}
        {mayRestore(status) && (
          <Section title={t("recovery.restore-title")}>
            <RestoreForm onRestored={() => void refresh()} />
          </Section>
        )}
        {mayBeginAgain(status) && (
          <Section title={t("recovery.wipe-title")} description={t("recovery.wipe-text")}>
            <WipeForm />
          </Section>
        )}
      </Stack>
    </Page>
  );
}
