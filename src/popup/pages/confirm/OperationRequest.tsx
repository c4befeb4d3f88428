import type { SiteAsk } from "../../../core/site/site.ts";
import { useCommand } from "../../data/use-command.ts";
import { OperationReview } from "../../flows/review/OperationReview.tsx";
import { Remarks } from "../../flows/review/Remarks.tsx";
import { ReviewButtons } from "../../flows/review/ReviewButtons.tsx";
import { useReview } from "../../flows/review/use-review.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { MessageKey } from "../../i18n/translator.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ConfirmFrame } from "./ConfirmFrame.tsx";
import { Origin } from "./Origin.tsx";
import { RequestNetwork } from "./RequestNetwork.tsx";
import type { RequestViewProps } from "./request-view.ts";

/** A site asks for a signature. Who asks is here at once; what it would do arrives as it is worked out. */
export function OperationRequest(props: RequestViewProps) {
  const { request } = props;
  return request.operationId === undefined ? (
    <Planning {...props} />
  ) : (
    <Reviewing {...props} operationId={request.operationId} />
  );
}

type TitleKey = Extract<MessageKey, `confirm.${string}-title`>;

function titleOf(ask: SiteAsk): TitleKey {
  if (ask.kind === "transaction" && ask.signOnly) return "confirm.sign-only-title";
  return `confirm.${ask.kind}-title`;
}

function useReject({ request, onAnswered }: RequestViewProps) {
  const reject = useCommand("sites.reject");
  const run = async (): Promise<void> => {
    if (await reject.run({ id: request.id })) onAnswered();
  };
  return { ...reject, run };
}

function Planning(props: RequestViewProps) {
  const { request } = props;
  const { t, errorText } = useI18n();
  const reject = useReject(props);
  return (
    <ConfirmFrame
      title={t(titleOf(request.ask))}
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
      <Origin origin={request.origin} framedBy={request.framedBy} />
      {reject.error && <Notice tone="danger">{errorText(reject.error)}</Notice>}
      <Remarks chainId={request.chainId ?? 1} remarks={request.remarks} />
      <RequestNetwork chainId={request.chainId} />
      <Skeleton height="6rem" label={t("review.pending")} />
      <Skeleton height="9rem" />
    </ConfirmFrame>
  );
}

function Reviewing(props: RequestViewProps & { readonly operationId: string }) {
  const { request, operationId } = props;
  const { t, errorText } = useI18n();
  const review = useReview(operationId, request.remarks);
  const reject = useReject(props);
  return (
    <ConfirmFrame
      title={t(titleOf(request.ask))}
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
      <Origin origin={request.origin} framedBy={request.framedBy} />
      {reject.error && <Notice tone="danger">{errorText(reject.error)}</Notice>}
      <OperationReview review={review} />
    </ConfirmFrame>
  );
}
