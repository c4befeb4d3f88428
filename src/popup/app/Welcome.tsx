import { usePlatform } from "../data/page-context.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Button } from "../ui/Button.tsx";
import { Logo } from "../ui/Logo.tsx";
import { Page } from "../ui/Page.tsx";
import { Stack } from "../ui/Stack.tsx";
import { routeTo } from "./router.ts";
import { useSurface } from "./surface.ts";

/** A small window without a wallet: leads to the tab where one is set up. */
export function Welcome() {
  const { t } = useI18n();
  const surface = useSurface();
  const { openTab, closeThisWindow } = usePlatform();
  return (
    <Page
      title={t("onboarding.welcome-title")}
      skipLabel={t("common.skip-to-content")}
      lead={<Logo />}
      width="narrow"
    >
      <Stack>
        <p>{surface === "confirm" ? t("shell.no-wallet") : t("onboarding.welcome-text")}</p>
        <p>{t("onboarding.begin-in-tab")}</p>
        <Button variant="primary" wide onClick={() => void openTab(routeTo("onboard")).then(closeThisWindow)}>
          {t("onboarding.open-tab")}
        </Button>
      </Stack>
    </Page>
  );
}
