import { useState } from "react";
import { navigate, routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { BackupFile } from "./BackupFile.tsx";
import { PhraseBackup } from "./PhraseBackup.tsx";

/** #/backup/<secretId>: shows a phrase and, while it is not backed up, checks it. #/backup/file: the sealed vault. */
export default function BackupPage() {
  const { t } = useI18n();
  const { segments } = useRoute();
  const [verified, setVerified] = useState(false);
  const [, id] = segments;
  const phrase = useAccounts().value?.phrases.find((each) => each.id === id);
  if (id === "file") {
    return (
      <Screen title={t("backup.file-title")} back={routeTo("settings")} width="narrow">
        <BackupFile />
      </Screen>
    );
  }
  const home = (
    <Button variant="primary" onClick={() => navigate(routeTo("portfolio"))}>
      {t("shell.go-portfolio")}
    </Button>
  );
  if (verified) {
    return (
      <Screen title={t("backup.verified-title")} hideTitle width="narrow">
        <EmptyState icon="check" title={t("backup.verified-title")} action={home}>
          {t("backup.verified-text")}
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen title={t("backup.title")} back={routeTo("accounts")} width="narrow">
      {phrase === undefined ? (
        <EmptyState icon="info" title={t("backup.unknown")} action={home} />
      ) : (
        <PhraseBackup secretId={phrase.id} verify={!phrase.backedUp} onVerified={() => setVerified(true)} />
      )}
    </Screen>
  );
}
