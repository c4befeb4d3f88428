import { routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Intro } from "../pair/Intro.tsx";
import { useReach } from "../pair/reach.ts";
import { Unreachable } from "../pair/Unreachable.tsx";

/** A wallet without a phrase: what pairing needs, or that this browser can only watch. `onGo` with where to go on. */
export function LedgerStep({ onGo }: { readonly onGo: (route: string) => void }) {
  const { t } = useI18n();
  if (useReach() === "nowhere") {
    return <Unreachable onWatch={() => onGo(routeTo("accounts/add", { way: "watch" }))} />;
  }
  return (
    <Stack>
      <p>{t("pair.what")}</p>
      <p>{t("onboarding.ledger-order")}</p>
      <Button variant="primary" wide onClick={() => onGo(routeTo("pair"))}>
        {t("common.continue")}
      </Button>
      <Intro />
    </Stack>
  );
}
