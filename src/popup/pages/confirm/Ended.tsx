import { useEffect } from "react";
import { usePlatform } from "../../data/page-context.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ConfirmFrame } from "./ConfirmFrame.tsx";

const closesAfterMs = 6_000;

export interface EndedProps {
  /** Why there is nothing to answer. */
  readonly text: string;
  /** Another request waits. */
  readonly onNext: (() => void) | undefined;
}

/** A request that ended without this window: said, then the window closes, or the next one is offered. */
export function Ended({ text, onNext }: EndedProps) {
  const { t } = useI18n();
  const { closeThisWindow } = usePlatform();
  const last = onNext === undefined;
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(closeThisWindow, closesAfterMs);
    return () => clearTimeout(timer);
  }, [last, closeThisWindow]);
  return (
    <ConfirmFrame
      title={t("confirm.ended-title")}
      count={1}
      footer={
        <Button variant="primary" onClick={onNext ?? closeThisWindow}>
          {last ? t("common.close") : t("confirm.next")}
        </Button>
      }
    >
      <div role="status">
        <EmptyState icon="info" title={t("confirm.ended-title")}>
          <p>{text}</p>
          {last && <p>{t("confirm.closes")}</p>}
        </EmptyState>
      </div>
    </ConfirmFrame>
  );
}
