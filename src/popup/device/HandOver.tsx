import { useState } from "react";
import { DeviceJob } from "../../core/device/job.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import { FormError } from "../app/FormError.tsx";
import { useSurface } from "../app/surface.ts";
import { usePage } from "../data/page-context.ts";
import { useOperation } from "../data/records.ts";
import { useStored } from "../data/stored.ts";
import { useCommand } from "../data/use-command.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { AddressText } from "../ui/AddressText.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import styles from "./device.module.css";
import { useJobWords } from "./job-words.ts";

/**
 * In the popup and the confirm window while a Ledger has to sign: these windows cannot reach it, a tab can. What comes of it
 * is in the operation's record, which the screen below follows.
 */
export default function HandOver() {
  const job = useStored(usePage().session, sessionKeys.deviceJob, DeviceJob).value;
  return job === undefined ? null : <HandedOver key={job.id} job={job} />;
}

function HandedOver({ job }: { readonly job: DeviceJob }) {
  const { t } = useI18n();
  const surface = useSurface();
  const { platform } = usePage();
  const words = useJobWords(job);
  const cancel = useCommand("devices.cancel");
  const origin = useOperation(job.operationId ?? "").value?.origin;
  const [hidden, setHidden] = useState(false);
  // A confirm window is about sites; what the wallet's own pages began is not its business.
  if (surface === "confirm" && origin === "wallet") return null;

  async function show(): Promise<void> {
    await platform.showTab();
    if (surface === "popup") platform.closeThisWindow();
  }

  return (
    <Dialog
      open={!hidden}
      title={t("device.elsewhere-title")}
      closeLabel={t("device.elsewhere-hide")}
      onClose={() => setHidden(true)}
      actions={
        <>
          <Button busy={cancel.busy} onClick={() => void cancel.run({ jobId: job.id })}>
            {t("common.cancel")}
          </Button>
          <Button variant="primary" icon="external" onClick={() => void show()}>
            {t("device.show-tab")}
          </Button>
        </>
      }
    >
      <p>{t(job.kind === "second-factor" ? "device.elsewhere-factor" : "device.elsewhere")}</p>
      <div className={styles.text}>
        {words.title && <p className={styles.now}>{words.title}</p>}
        {words.step && <p>{words.step}</p>}
        <p className={styles.hint}>
          {words.account} <AddressText address={words.address} short />
        </p>
      </div>
      <FormError error={cancel.error} />
    </Dialog>
  );
}
