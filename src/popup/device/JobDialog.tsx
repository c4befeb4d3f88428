import { useCallback, useEffect, useState } from "react";
import type { DeviceJob } from "../../core/device/job.ts";
import { type ErrorReport, errorReport } from "../../core/errors/index.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";
import { usePage } from "../data/page-context.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { AddressText } from "../ui/AddressText.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Stack } from "../ui/Stack.tsx";
import styles from "./device.module.css";
import { useJobWords } from "./job-words.ts";
import { ScreensView } from "./ScreensView.tsx";
import { StageView } from "./StageView.tsx";
import { useLedgerSession } from "./use-ledger.ts";

const beatMs = 3_000;
/** How often an answer is brought again to a worker that was just ended, and after which wait. */
const answerTries = 3;
const answerAgainMs = 700;

export interface JobDialogProps {
  readonly job: DeviceJob;
  /** This page's claim on it. */
  readonly owner: string;
}

/**
 * One signature on the device: what is signed, what the device shows, what to do now. It stays while the device can be
 * tried again; a refusal there or Cancel here ends it. Escape is Cancel, and a click beside it does nothing.
 */
export function JobDialog({ job, owner }: JobDialogProps) {
  const { t } = useI18n();
  const { send } = usePage();
  const ledger = useLedgerSession();
  const words = useJobWords(job);
  const [problem, setProblem] = useState<ErrorReport>();
  const [form, setForm] = useState<"fields" | "hashes">();
  const [left, setLeft] = useState(false);
  const { run, cancel: letGo } = ledger;
  const claim = { jobId: job.id, owner };

  const leave = useCallback(() => {
    letGo();
    setLeft(true);
  }, [letGo]);

  async function answer(signature: SignatureParts): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await send("devices.answer", { ...claim, signature });
        return leave();
      } catch (thrown) {
        const report = errorReport(thrown, "devices.answer");
        // What does not verify has ended the job; the operation says so.
        if (report.code === "device/job-gone" || report.code === "device/signature") return leave();
        if (tries === answerTries) return setProblem(report);
        await new Promise((resolve) => setTimeout(resolve, answerAgainMs));
      }
    }
  }

  async function sign(): Promise<void> {
    setProblem(undefined);
    setForm(undefined);
    const signature = await run((session, options) =>
      session.sign(job, {
        ...options,
        onStage(stage) {
          if (stage.kind === "confirm") setForm(stage.form);
          options.onStage(stage);
        },
      }),
    );
    if (signature) await answer(signature);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another job is another dialog
  useEffect(() => void sign(), []);

  useEffect(() => {
    if (left) return;
    const beat = (): void => {
      send("devices.beat", { jobId: job.id, owner }).then(
        ({ wanted }) => {
          if (!wanted) leave();
        },
        // A worker that was ended is asked again with the next beat.
        () => undefined,
      );
    };
    const timer = setInterval(beat, beatMs);
    return () => clearInterval(timer);
  }, [left, send, job.id, owner, leave]);

  // The person has said no on the device: asking there again is theirs to begin.
  const refused = ledger.error?.code === "device/refused" ? ledger.error : undefined;
  useEffect(() => {
    if (!refused) return;
    send("devices.fail", { jobId: job.id, owner, error: refused }).then(leave, leave);
  }, [refused, send, job.id, owner, leave]);

  const cancel = useCallback((): void => {
    leave();
    // A worker that does not hear it misses the beats.
    void send("devices.cancel", { jobId: job.id }).catch(() => undefined);
  }, [leave, send, job.id]);

  useEffect(() => {
    if (left) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      cancel();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [left, cancel]);

  async function chooseAndSign(): Promise<void> {
    if (await ledger.choose()) await sign();
  }

  const isFactor = job.kind === "second-factor";
  return (
    <Dialog
      open={!left}
      persistent
      title={t(isFactor ? "device.factor-title" : "device.sign-title")}
      closeLabel={t("common.cancel")}
      onClose={cancel}
    >
      <Stack gap={3}>
        <div className={styles.text} data-testid="device-job">
          {isFactor && <p>{t("device.factor")}</p>}
          {words.title && <p className={styles.now}>{words.title}</p>}
          {words.step && <p>{words.step}</p>}
          <p className={styles.hint}>
            {words.account} <AddressText address={words.address} short />
          </p>
        </div>
        <ScreensView job={job} form={form} chainId={words.chainId} />
        <div className={styles.foot}>
          <StageView
            stage={ledger.stage}
            error={problem ?? ledger.error}
            onCancel={cancel}
            onRetry={refused ? undefined : () => void sign()}
            onChooseAgain={() => void chooseAndSign()}
          />
        </div>
      </Stack>
    </Dialog>
  );
}
