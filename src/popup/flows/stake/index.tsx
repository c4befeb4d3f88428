import { Loading } from "../../app/Loading.tsx";
import { routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { ReviewScreen } from "../review/ReviewScreen.tsx";
import { useStart } from "../start/use-start.ts";
import { StakeForm } from "./StakeForm.tsx";

/** Staking: form, then review, then the operation's own page. */
export default function StakeFlow() {
  const { t } = useI18n();
  const start = useStart();
  if (start === undefined) return <Loading />;
  if (start.reviewId !== undefined) {
    return <ReviewScreen id={start.reviewId} title={t("stake.review")} back={routeTo("stake")} />;
  }
  return <StakeForm start={start} />;
}
