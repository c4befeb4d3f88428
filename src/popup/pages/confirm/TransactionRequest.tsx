import { useCommand } from "../../data/use-command.ts";
import { OperationReview } from "../../flows/review/OperationReview.tsx";
import { ReviewButtons } from "../../flows/review/ReviewButtons.tsx";
import { useReview } from "../../flows/review/use-review.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ConfirmFrame } from "./ConfirmFrame.tsx";
import type { RequestViewProps } from "./ConnectRequest.tsx";
import { Origin } from "./Origin.tsx";

/** A site asks for a transaction. Who asks is here at once; what it would do arrives as it is worked out. */
export function TransactionRequest(props: RequestViewProps) {
  const { request } = props;
  return request.operationId === undefined ? (
    <Planning {...props} />
  ) : (
    <Reviewing {...props} operationId={request.operationId} />
  );
}

function useReject({ request, onAnswered }: RequestViewProps) {
  const reject = useCommand("sites.reject");
  const run = async (): Promise<void> => {
    if (await reject.run({ id: request.id })) onAnswered();
  };
  return { ...reject, run };
}

function Planning(props: RequestViewProps) {
  const { t, errorText } = useI18n();
  const reject = useReject(props);
  return (
    <ConfirmFrame
      title={t("confirm.transaction-title")}
      count={props.count}
      footer={
        <>
          <Button busy={reject.busy} onClick={() => void reject.run()}>
            {t("confirm.reject")}
          </Button>
          <Button variant="primary" disabledReason={t("review.not-yet")}>
            {t("common.confirm")}
          </Button>
        </>
      }
    >
      <Origin origin={props.request.origin} framedBy={props.request.framedBy} />
      {reject.error && <Notice tone="danger">{errorText(reject.error)}</Notice>}
      <Skeleton height="6rem" label={t("review.pending")} />
      <Skeleton height="9rem" />
    </ConfirmFrame>
  );
}

function Reviewing(props: RequestViewProps & { readonly operationId: string }) {
  const { t, errorText } = useI18n();
  const review = useReview(props.operationId);
  const reject = useReject(props);
  return (
    <ConfirmFrame
      title={t("confirm.transaction-title")}
      count={props.count}
      footer={
        <ReviewButtons
          review={review}
          rejectLabel={t("confirm.reject")}
          rejecting={reject.busy}
          onReject={() => void reject.run()}
          onApproved={props.onAnswered}
        />
      }
    >
      <Origin origin={props.request.origin} framedBy={props.request.framedBy} />
      {reject.error && <Notice tone="danger">{errorText(reject.error)}</Notice>}
      <OperationReview review={review} />
    </ConfirmFrame>
  );
}
