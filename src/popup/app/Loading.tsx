import { useI18n } from "../i18n/I18nProvider.tsx";
import { Page } from "../ui/Page.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Stack } from "../ui/Stack.tsx";

/** A screen whose code or data is not here yet. */
export function Loading() {
  const { t } = useI18n();
  return (
    <Page title={t("app.name")} skipLabel={t("common.skip-to-content")} hideTitle>
      <Stack>
        <Skeleton height="6rem" label={t("shell.loading-screen")} />
        <Skeleton height="3rem" />
        <Skeleton height="3rem" />
      </Stack>
    </Page>
  );
}
