import { useEffect, useRef } from "react";
import { isSignatureStep } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import type { Hindrance, Review } from "./use-review.ts";

export interface ReviewButtonsProps {
  readonly review: Review;
  /** Words for the one that takes nothing: "Reject" for a site, "Cancel" for one's own. */
  readonly rejectLabel: string;
  readonly onReject: () => void;
  readonly rejecting?: boolean | undefined;
  /** After the first transaction was sent, where the changed record does not do. */
  readonly onApproved?: (() => void) | undefined;
}

/** Reject and Confirm. Confirm says why it cannot be pressed; it stays where it is, whatever arrives. */
export function ReviewButtons({ review, rejectLabel, onReject, rejecting, onApproved }: ReviewButtonsProps) {
  const { t, errorText } = useI18n();
  const announce = useAnnounce();
  const { hindrance, operation, busy, ledger } = review;
  const ready = operation?.preview !== undefined && hindrance !== "pending";
  const wasReady = useRef(ready);
  useEffect(() => {
    if (ready && !wasReady.current) announce(t("review.ready"));
    wasReady.current = ready;
  }, [ready, announce, t]);

  const onlySigns = operation?.plan.steps.every(isSignatureStep) ?? false;
  const signs = ledger === "signs";
  const under = t(ledger ? "review.asking-ledger" : onlySigns ? "review.only-signing" : "review.sending");

  async function approve(): Promise<void> {
    announce(ledger || onlySigns ? under : t("review.signing"));
    if ((await review.approve()) !== undefined) onApproved?.();
  }

  const reasons: Record<Hindrance, string> = {
    pending: t("review.not-yet"),
    failed: t("review.no-preview"),
    blocked: t("review.is-blocked"),
    "watch-only": t("review.watch"),
    "no-webhid": errorText({ code: "device/unsupported-browser" }),
    limit: t("review.limit-open"),
    end: t("review.lease-open"),
    unscrolled: t("review.unscrolled"),
    unread: t("review.tick-first"),
    arming: t("review.arming"),
    answered: t("review.answered"),
  };
  const several = operation !== undefined && operation.plan.steps.length > 1;
  const own = several ? t("review.confirm-all") : t("common.confirm");
  const label =
    ledger === undefined ? own : t(signs ? "review.confirm-ledger" : "review.confirm-then-ledger");
  return (
    <>
      <Button busy={rejecting} disabled={busy === "approve"} onClick={onReject}>
        {rejectLabel}
      </Button>
      {hindrance !== "watch-only" && hindrance !== "no-webhid" && (
        <Button
          variant="primary"
          busy={busy === "approve"}
          disabled={rejecting}
          disabledReason={hindrance === undefined ? undefined : reasons[hindrance]}
          onClick={() => void approve()}
        >
          {busy === "approve" ? under : label}
        </Button>
      )}
    </>
  );
}
