import { useState } from "react";
import { StageView } from "../../device/StageView.tsx";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useGrant } from "./reach.ts";

export interface ConnectProps {
  readonly ledger: UsedLedger;
  /** Goes on with the device; called again for each new attempt. */
  readonly onConnect: () => void;
  /** The main button's words where the browser knows a Ledger already. */
  readonly action: string;
  /** The browser's dialog first, also where it knows a Ledger already. */
  readonly chooseFirst?: boolean | undefined;
}

/** The way to a device: the browser's dialog where it is needed, then what the device waits for, or what is wrong. */
export function Connect({ ledger, onConnect, action, chooseFirst = false }: ConnectProps) {
  const { t } = useI18n();
  const granted = useGrant();
  const [none, setNone] = useState(false);

  async function choose(): Promise<void> {
    ledger.reset();
    setNone(false);
    const chosen = await ledger.choose();
    setNone(!chosen);
    if (chosen) onConnect();
  }

  function connect(): void {
    setNone(false);
    onConnect();
  }

  if (ledger.busy) return <StageView stage={ledger.stage} onCancel={ledger.cancel} />;
  const chooser = granted !== true || chooseFirst;
  return (
    <Stack>
      {ledger.error ? (
        <StageView
          stage={undefined}
          error={ledger.error}
          onRetry={connect}
          onChooseAgain={() => void choose()}
        />
      ) : (
        none && <Notice tone="warn">{t("pair.none-chosen")}</Notice>
      )}
      {chooser ? (
        <>
          <p>{t("pair.choose-text")}</p>
          <Button
            variant={ledger.error ? "secondary" : "primary"}
            icon="ledger"
            wide
            busy={granted === undefined}
            onClick={() => void choose()}
          >
            {t("pair.choose")}
          </Button>
        </>
      ) : (
        <>
          {ledger.error === undefined && (
            <Button variant="primary" icon="ledger" wide onClick={connect}>
              {action}
            </Button>
          )}
          {ledger.error?.code !== "device/no-grant" && (
            <Button variant="quiet" wide onClick={() => void choose()}>
              {t("pair.choose-other")}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
