import { useState } from "react";
import type { Operation } from "../../../core/operation/operation.ts";
import { FormError } from "../../app/FormError.tsx";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";

type Purpose = "speed-up" | "cancel";

const gweiDecimals = 9;

/** A node takes a replacement only at a tenth more; the wallet offers an eighth, rounded up. */
const raised = (fee: bigint): bigint => fee + (fee + 7n) / 8n;

/** The fee limit of the newest transaction that waits, in wei per gas. */
function waitingFee(operation: Operation): bigint | undefined {
  const step = operation.steps.find((each) => each.attempts.length > 0 && each.confirmedHash === undefined);
  return step?.attempts.at(-1)?.fee.maxFeePerGas;
}

/** What can be done while a transaction waits, each with what it costs, asked once more before it is signed. */
export function Replace({ operation }: { readonly operation: Operation }) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<Purpose>();
  return (
    <Notice tone="info" title={t("operation.waiting-title")} still>
      <Stack gap={2}>
        <p>{t("operation.waiting")}</p>
        <Row>
          <Button size="sm" onClick={() => setAsked("speed-up")}>
            {t("operation.speed-up")}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setAsked("cancel")}>
            {t("operation.cancel")}
          </Button>
        </Row>
      </Stack>
      {asked && (
        <ReplaceDialog
          key={asked}
          operation={operation}
          purpose={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Notice>
  );
}

interface ReplaceDialogProps {
  readonly operation: Operation;
  readonly purpose: Purpose;
  readonly onClose: () => void;
}

function ReplaceDialog({ operation, purpose, onClose }: ReplaceDialogProps) {
  const { t, formatAmount } = useI18n();
  const speedUp = useCommand("operations.speedUp");
  const cancel = useCommand("operations.cancel");
  const command = purpose === "speed-up" ? speedUp : cancel;
  const fee = waitingFee(operation);
  const perGas = (wei: bigint) =>
    t("operation.per-gas", { amount: formatAmount(wei, gweiDecimals, { maxFraction: 3, unit: "gwei" }) });

  async function go(): Promise<void> {
    if ((await command.run({ id: operation.id })) !== undefined) onClose();
  }

  return (
    <Dialog
      open
      title={t(`operation.${purpose}-title`)}
      closeLabel={t("common.close")}
      persistent={command.busy}
      onClose={onClose}
      actions={
        <>
          <Button disabled={command.busy} onClick={onClose}>
            {t("operation.keep-waiting")}
          </Button>
          <Button
            variant={purpose === "cancel" ? "danger" : "primary"}
            busy={command.busy}
            onClick={() => void go()}
          >
            {command.busy ? t("operation.replacing") : t(`operation.${purpose}`)}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{t(`operation.${purpose}-text`)}</p>
        {fee !== undefined && (
          <KeyValue
            items={[
              { key: "now", label: t("operation.fee-now"), value: perGas(fee) },
              { key: "new", label: t("operation.fee-least"), value: perGas(raised(fee)) },
            ]}
          />
        )}
        <FormError error={command.error} />
      </Stack>
    </Dialog>
  );
}
