import { type ReactNode, useState } from "react";
import { useCommand } from "../../data/use-command.ts";
import { Remarks } from "../../flows/review/Remarks.tsx";
import { useArmed } from "../../flows/review/use-armed.ts";
import type { ErrorLike } from "../../i18n/error-text.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ConfirmFrame } from "./ConfirmFrame.tsx";
import { Origin } from "./Origin.tsx";
import type { RequestViewProps } from "./request-view.ts";

export interface DecisionProps extends RequestViewProps {
  readonly title: string;
  readonly confirmLabel: string;
  /** Says yes. Resolves with whether the worker took it. */
  readonly onConfirm: () => Promise<boolean>;
  readonly confirming: boolean;
  readonly error: ErrorLike | undefined;
  /** Why it cannot be confirmed as it stands. */
  readonly incomplete?: string | undefined;
  readonly children: ReactNode;
}

/**
 * A request that becomes no operation: who asks, what is to be said of it, and yes or no. Yes is armed once all that
 * stood still; a remark that comes later disarms it.
 */
export function Decision(props: DecisionProps) {
  const { request, onAnswered } = props;
  const { t, errorText } = useI18n();
  const reject = useCommand("sites.reject");
  const [readWarnings, setReadWarnings] = useState<string>();
  const said = JSON.stringify(request.remarks);
  const armed = useArmed(`${request.id} ${said}`);
  const error = props.error ?? reject.error;
  const blocked = request.remarks.some((each) => each.level === "block");
  const unread = request.remarks.some((each) => each.level === "warn") && readWarnings !== said;

  function reason(): string | undefined {
    if (blocked) return t("confirm.blocked");
    if (props.incomplete !== undefined) return props.incomplete;
    if (unread) return t("review.tick-first");
    return armed ? undefined : t("review.arming");
  }

  async function confirm(): Promise<void> {
    if (await props.onConfirm()) onAnswered();
  }

  return (
    <ConfirmFrame
      title={props.title}
      count={props.count}
      footer={
        <>
          <Button
            busy={reject.busy}
            disabled={props.confirming}
            onClick={() => void reject.run({ id: request.id }).then((done) => done && onAnswered())}
          >
            {t("confirm.reject")}
          </Button>
          <Button
            variant="primary"
            busy={props.confirming}
            disabled={reject.busy}
            disabledReason={reason()}
            onClick={() => void confirm()}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <Origin origin={request.origin} framedBy={request.framedBy} />
      {error && <Notice tone="danger">{errorText(error)}</Notice>}
      <Remarks
        chainId={request.chainId ?? 1}
        remarks={request.remarks}
        acknowledge={{ read: !unread, onRead: (read) => setReadWarnings(read ? said : undefined) }}
      />
      {props.children}
    </ConfirmFrame>
  );
}
