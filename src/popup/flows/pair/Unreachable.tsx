import { navigate, routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";

export interface UnreachableProps {
  /** What watching begins with; the form for an address unless told. */
  readonly onWatch?: (() => void) | undefined;
}

/** A browser that cannot reach a Ledger: said before anything is plugged in, with what can be done here instead. */
export function Unreachable({ onWatch }: UnreachableProps) {
  const { t } = useI18n();
  return (
    <Stack>
      <Notice tone="info" still title={t("pair.unreachable-title")}>
        {t("pair.unreachable")}
      </Notice>
      <p>{t("pair.watch-text")}</p>
      <Button
        variant="primary"
        icon="eye"
        wide
        onClick={onWatch ?? (() => navigate(routeTo("accounts/add", { way: "watch" })))}
      >
        {t("pair.watch")}
      </Button>
    </Stack>
  );
}
