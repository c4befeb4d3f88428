import type { Chain } from "../../../core/chain/chain.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import styles from "./portfolio.module.css";

export interface ReceiveAddressProps {
  readonly chain: Chain;
  readonly address: string;
}

/** An address to scan, read and copy, with what may be sent to it. */
export function ReceiveAddress({ chain, address }: ReceiveAddressProps) {
  const { t } = useI18n();
  return (
    <div className={styles.receive}>
      <QrCode value={address} label={t("portfolio.receive-qr", { address })} />
      <AddressText address={address} />
      <CopyButton
        text
        value={address}
        label={t("portfolio.copy-address")}
        copiedLabel={t("common.copied")}
        failedLabel={t("common.copy-failed")}
      />
      <p className={styles.faint}>
        {t("portfolio.receive-text", { unit: chain.native.symbol, network: chain.name })}
      </p>
    </div>
  );
}
