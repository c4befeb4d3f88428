import { useState } from "react";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";
import styles from "./AddressCard.module.css";

export interface AddressCardProps {
  /** With its checksum's upper and lower case. */
  readonly address: string;
  readonly label: string;
}

/** An address to read, copy and scan. */
export function AddressCard({ address, label }: AddressCardProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const copy = (
    <CopyButton
      text
      value={address}
      label={t("common.copy")}
      copiedLabel={t("common.copied")}
      failedLabel={t("common.copy-failed")}
    />
  );
  return (
    <Card>
      <Stack gap={3}>
        <div className={styles.head}>
          <Identicon address={address} size={40} />
          <AddressText address={address} />
        </div>
        <Row>
          {copy}
          <Button size="sm" icon="qr" onClick={() => setOpen(true)}>
            {t("accounts.show-address")}
          </Button>
        </Row>
      </Stack>
      <Dialog open={open} title={label} closeLabel={t("common.close")} onClose={() => setOpen(false)}>
        <div className={styles.qr}>
          <QrCode value={address} label={t("accounts.qr", { address })} size={232} />
          <AddressText address={address} />
          {copy}
        </div>
      </Dialog>
    </Card>
  );
}
