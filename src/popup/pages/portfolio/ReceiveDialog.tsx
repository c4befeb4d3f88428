import type { Account } from "../../../core/account/account.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ReceiveAddress } from "./ReceiveAddress.tsx";

export interface ReceiveDialogProps {
  readonly chain: Chain;
  readonly account: Account;
  readonly onClose: () => void;
}

/** The address of an account to send to: as QR code, as text, to copy. */
export default function ReceiveDialog({ chain, account, onClose }: ReceiveDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog
      open
      title={`${t("portfolio.receive-title")} · ${account.label}`}
      closeLabel={t("common.close")}
      onClose={onClose}
    >
      <ReceiveAddress chain={chain} address={account.address} />
    </Dialog>
  );
}
