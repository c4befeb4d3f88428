import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Stack } from "../../ui/Stack.tsx";

type Way = "phrase" | "import" | "ledger" | "restore";

/** Where a wallet comes from. */
export function ChooseStep({ onChoose }: { readonly onChoose: (way: Way) => void }) {
  const { t } = useI18n();
  return (
    <Stack>
      <p>{t("onboarding.welcome-text")}</p>
      <h2>{t("onboarding.choose")}</h2>
      <Card flush>
        <List label={t("onboarding.choose")}>
          <ListRow
            lead={<Icon name="plus" />}
            title={t("onboarding.create")}
            detail={t("onboarding.create-text")}
            onSelect={() => onChoose("phrase")}
          />
          <ListRow
            lead={<Icon name="key" />}
            title={t("onboarding.import")}
            detail={t("onboarding.import-text")}
            onSelect={() => onChoose("import")}
          />
          <ListRow
            lead={<Icon name="ledger" />}
            title={t("onboarding.ledger")}
            detail={t("onboarding.ledger-text")}
            onSelect={() => onChoose("ledger")}
          />
          <ListRow
            lead={<Icon name="upload" />}
            title={t("onboarding.restore")}
            detail={t("onboarding.restore-text")}
            onSelect={() => onChoose("restore")}
          />
        </List>
      </Card>
    </Stack>
  );
}
