import { Loading } from "../../app/Loading.tsx";
import { routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { ReviewScreen } from "../review/ReviewScreen.tsx";
import { useStart } from "../start/use-start.ts";
import { SendForm } from "./SendForm.tsx";

/** The send flow: form, then review, then the operation's own page. */
export default function SendFlow() {
  const { t } = useI18n();
  const start = useStart();
  if (start === undefined) return <Loading />;
  if (start.reviewId !== undefined) {
    return <ReviewScreen id={start.reviewId} title={t("send.review")} back={routeTo("send")} />;
  }
  return <SendForm start={start} />;
}
