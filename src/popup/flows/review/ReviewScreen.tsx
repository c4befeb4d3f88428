import { useEffect } from "react";
import type { Operation } from "../../../core/operation/operation.ts";
import { isSiteIntent } from "../../../core/staking/intent.ts";
import { navigate, navigateFromHere, routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { OperationReview } from "./OperationReview.tsx";
import { ReviewButtons } from "./ReviewButtons.tsx";
import { useReview } from "./use-review.ts";

/** Where an operation that waits for its answer is reviewed; any flow can show any operation. */
export function reviewRoute(operation: Pick<Operation, "id" | "intent">): string {
  const { intent } = operation;
  const flow = isSiteIntent(intent) || intent.kind === "revoke" ? "approve" : intent.kind;
  return routeTo(flow, { review: operation.id });
}

export interface ReviewScreenProps {
  readonly id: string;
  readonly title: string;
  /** Back to the form. */
  readonly back: string;
}

/** The review of one's own operation. As soon as it is answered its own page takes over, which survives everything. */
export function ReviewScreen({ id, title, back }: ReviewScreenProps) {
  const { t } = useI18n();
  const review = useReview(id);
  const { operation } = review;
  const answered = operation !== undefined && operation.state !== "planned";
  const rejected = operation?.state === "rejected";
  useEffect(() => {
    if (answered) navigate(rejected ? routeTo("portfolio") : routeTo(`operation/${id}`), { replace: true });
  }, [answered, rejected, id]);

  async function cancel(): Promise<void> {
    const go = navigateFromHere();
    const open = operation?.state === "planned";
    if (!open || (await review.reject())) go(routeTo("portfolio"), { replace: true });
  }

  return (
    <Screen
      title={title}
      back={back}
      footer={
        <ReviewButtons
          review={review}
          rejectLabel={t("common.cancel")}
          rejecting={review.busy === "reject"}
          onReject={() => void cancel()}
        />
      }
    >
      <OperationReview review={review} />
    </Screen>
  );
}
