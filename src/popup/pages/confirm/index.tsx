import { useEffect } from "react";
import { Loading } from "../../app/Loading.tsx";
import { usePage } from "../../data/page-context.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AssetRequest } from "./AssetRequest.tsx";
import { AddChainRequest, SwitchChainRequest } from "./ChainRequests.tsx";
import { ConnectRequest } from "./ConnectRequest.tsx";
import { Ended } from "./Ended.tsx";
import { OperationRequest } from "./OperationRequest.tsx";
import type { RequestViewProps } from "./request-view.ts";
import { useWaiting } from "./waiting.ts";

/**
 * The confirm window: the oldest waiting request, until it is answered; then the next, or the window closes. A request
 * that arrives meanwhile only changes the counter. Closing the window is the worker's to notice: it rejects.
 */
export default function ConfirmPage() {
  const { t, errorText } = useI18n();
  const { send, platform } = usePage();
  const { state, current, vanished, count, next } = useWaiting();
  const id = current?.id;
  // The worker looks whether the site still listens; what it finds is in the record.
  useEffect(() => {
    if (id !== undefined) void send("sites.request", { id }).catch(() => undefined);
  }, [id, send]);

  function answered(): void {
    if (!next()) platform.closeThisWindow();
  }

  const more = count - (current === undefined ? 0 : 1) > 0;
  if (state === "loading") return <Loading />;
  if (current === undefined) {
    const text =
      state === "unreadable" ? t("confirm.unreadable") : t(vanished ? "confirm.gone" : "confirm.nothing");
    return <Ended text={text} onNext={more ? () => void next() : undefined} />;
  }
  if (current.state === "rejected" || current.state === "expired" || current.state === "gone") {
    const text = current.error ? errorText(current.error) : t("confirm.gone");
    return <Ended text={text} onNext={more ? () => void next() : undefined} />;
  }
  return <Asked key={current.id} request={current} count={count} onAnswered={answered} />;
}

/** The view for what is asked. */
function Asked(props: RequestViewProps) {
  const { ask } = props.request;
  switch (ask.kind) {
    case "connect":
      return <ConnectRequest {...props} />;
    case "add-chain":
      return <AddChainRequest {...props} ask={ask} />;
    case "switch-chain":
      return <SwitchChainRequest {...props} ask={ask} />;
    case "watch-asset":
      return <AssetRequest {...props} ask={ask} />;
    default:
      return <OperationRequest {...props} />;
  }
}
