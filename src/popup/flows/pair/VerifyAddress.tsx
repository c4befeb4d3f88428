import { useCallback, useEffect, useState } from "react";
import type { Address } from "../../../core/account/account.ts";
import { sameAddress } from "../../../core/account/address.ts";
import { WeirError } from "../../../core/errors/index.ts";
import { StageView } from "../../device/StageView.tsx";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { withPhraseOf } from "./reach.ts";

/** One address to be compared with the device's screen. */
export interface Compared {
  path: string;
  address: Address;
}

/** Has a device show an address. It is derived silently first: another address is never shown to be agreed to. */
export function useVerify(ledger: UsedLedger, firstAddress: Address, { path, address }: Compared) {
  const [same, setSame] = useState(false);
  const { run } = ledger;
  const verify = useCallback(async (): Promise<void> => {
    setSame(false);
    const agreed = await run(
      withPhraseOf(firstAddress, async (session, options) => {
        for (const show of [false, true]) {
          const found = await session.addressAt(path, { ...options, show });
          if (!sameAddress(found, address)) {
            throw new WeirError("device/wrong-device", { expected: address, found });
          }
        }
        return true;
      }),
    );
    if (agreed) setSame(true);
  }, [run, firstAddress, path, address]);
  return { same, verify };
}

/** The address in full with what to do about it, and how the comparison ended. */
export function Comparison({ address, same }: { readonly address: Address; readonly same: boolean }) {
  const { t } = useI18n();
  return (
    <Stack gap={3}>
      <Card tone="sunken">
        <AddressText address={address} />
      </Card>
      {same ? (
        <Notice tone="success">{t("pair.verified")}</Notice>
      ) : (
        <>
          <p>{t("pair.compare")}</p>
          <p>{t("pair.compare-differs")}</p>
        </>
      )}
    </Stack>
  );
}

export interface VerifyDialogProps {
  readonly ledger: UsedLedger;
  readonly firstAddress: Address;
  readonly compared: Compared;
  readonly onClose: () => void;
}

/** Shows the address here and on the device at once. */
export function VerifyDialog({ ledger, firstAddress, compared, onClose }: VerifyDialogProps) {
  const { t } = useI18n();
  const { same, verify } = useVerify(ledger, firstAddress, compared);
  useEffect(() => {
    void verify();
  }, [verify]);

  async function chooseAgain(): Promise<void> {
    if (await ledger.choose()) await verify();
  }

  function close(): void {
    if (ledger.busy) ledger.cancel();
    ledger.reset();
    onClose();
  }

  return (
    <Dialog
      open
      title={t("pair.verify-title")}
      closeLabel={t("common.close")}
      onClose={close}
      actions={
        same ? (
          <Button variant="primary" onClick={close}>
            {t("common.done")}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        <Comparison address={compared.address} same={same} />
        <StageView
          stage={ledger.stage}
          error={ledger.error}
          onCancel={ledger.busy ? close : undefined}
          onRetry={() => void verify()}
          onChooseAgain={() => void chooseAgain()}
        />
      </Stack>
    </Dialog>
  );
}
