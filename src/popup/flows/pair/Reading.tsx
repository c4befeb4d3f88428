import { StageView } from "../../device/StageView.tsx";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Stack } from "../../ui/Stack.tsx";
import type { ReadAddresses } from "./use-addresses.ts";

export interface ReadingProps {
  readonly ledger: UsedLedger;
  readonly addresses: ReadAddresses;
  /** Nothing is missing. */
  readonly whole: boolean;
}

/** How the reading of addresses stands: under way, waiting for the person, stopped, or failed with a way on. */
export function Reading({ ledger, addresses, whole }: ReadingProps) {
  const { t } = useI18n();
  const { stage, error, busy } = ledger;
  async function chooseAgain(): Promise<void> {
    if (await ledger.choose()) addresses.again();
  }

  if (error) {
    return (
      <StageView
        stage={undefined}
        error={error}
        onRetry={addresses.again}
        onChooseAgain={() => void chooseAgain()}
      />
    );
  }
  if (whole) return null;
  if (addresses.stopped) {
    return (
      <Button variant="primary" icon="refresh" onClick={addresses.again}>
        {t("pair.read-on")}
      </Button>
    );
  }
  // A session that is still open passes through these in no time: nothing to be told to plug in.
  const passing = !busy || stage === undefined || stage.kind === "connecting" || stage.kind === "checking";
  if (!passing) return <StageView stage={stage} onCancel={addresses.stop} />;
  return (
    <Stack gap={2}>
      <Progress label={t("pair.reading")} />
      <Button size="sm" onClick={addresses.stop}>
        {t("common.cancel")}
      </Button>
    </Stack>
  );
}
