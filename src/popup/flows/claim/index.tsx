import { Loading } from "../../app/Loading.tsx";
import { routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { ReviewScreen } from "../review/ReviewScreen.tsx";
import { useStart } from "../start/use-start.ts";
import { ClaimForm } from "./ClaimForm.tsx";

/** The claim flow: form, then review, then the operation's own page. */
export default function ClaimFlow() {
  const { t } = useI18n();
  const start = useStart();
  if (start === undefined) return <Loading />;
  if (start.reviewId !== undefined) {
    return <ReviewScreen id={start.reviewId} title={t("claim.review")} back={routeTo("claim")} />;
  }
  return <ClaimForm start={start} />;
}
