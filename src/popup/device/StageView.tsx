import type { DeviceStage } from "../../core/device/ledger.ts";
import type { ErrorLike } from "../i18n/error-text.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import type { Translator } from "../i18n/translator.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { Row, Stack } from "../ui/Stack.tsx";
import styles from "./device.module.css";

export interface StageViewProps {
  /** Undefined: nothing is under way. */
  readonly stage: DeviceStage | undefined;
  readonly error?: ErrorLike | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** Opens the browser's dialog and tries again; it is called in the click. */
  readonly onChooseAgain?: (() => void) | undefined;
}

/** What waits for the person: a mark that stands still. Everything else turns. */
const waitsForPerson: ReadonlySet<DeviceStage["kind"]> = new Set(["unlock", "open-app", "confirm"]);

/** What happens, and what to do now. */
function wordsOf(stage: DeviceStage, t: Translator["t"]): { now: string; hint: string } {
  switch (stage.kind) {
    case "open-app":
      return {
        now: t("device.open-app"),
        hint: stage.app === "" ? t("device.open-app-hint") : t("device.other-app-hint", { app: stage.app }),
      };
    case "confirm":
      return {
        now: t("device.confirm"),
        hint: t(stage.form === "hashes" ? "device.confirm-hashes-hint" : "device.confirm-hint"),
      };
    default:
      return { now: t(`device.${stage.kind}`), hint: t(`device.${stage.kind}-hint`) };
  }
}

/** What to do with the Ledger now, in words that a screen reader hears as they change, and the ways out. */
export function StageView({ stage, error, onCancel, onRetry, onChooseAgain }: StageViewProps) {
  const { t, errorText } = useI18n();
  const words = error === undefined && stage !== undefined ? wordsOf(stage, t) : undefined;
  const chooses = error?.code === "device/no-grant" && onChooseAgain !== undefined;
  // A device that changes its product id with the app is another one to the browser's permission.
  const mayChoose = error?.code === "device/not-found" && onChooseAgain !== undefined;
  return (
    <Stack gap={3}>
      {/* The region stands before its text changes, or it would not be heard; a dialog makes the page's own one silent. */}
      <div
        role="status"
        aria-live="polite"
        data-testid="device-stage"
        data-stage={error ? "error" : stage?.kind}
      >
        {words && stage && (
          <div className={styles.stage}>
            <span className={styles.mark}>
              {waitsForPerson.has(stage.kind) ? <Icon name="ledger" /> : <Spinner />}
            </span>
            <div className={styles.text}>
              <p className={styles.now}>{words.now}</p>
              <p className={styles.hint}>{words.hint}</p>
            </div>
          </div>
        )}
      </div>
      {error && <Notice tone="danger">{errorText(error)}</Notice>}
      <Row justify="end">
        {onCancel && <Button onClick={onCancel}>{t("common.cancel")}</Button>}
        {mayChoose && (
          <Button icon="ledger" onClick={onChooseAgain}>
            {t("device.choose-again")}
          </Button>
        )}
        {error && onRetry && !chooses && (
          <Button variant="primary" icon="refresh" onClick={onRetry}>
            {t("device.retry")}
          </Button>
        )}
        {chooses && (
          <Button variant="primary" icon="ledger" onClick={onChooseAgain}>
            {t("device.choose-again")}
          </Button>
        )}
      </Row>
    </Stack>
  );
}
