import { Loading } from "../../app/Loading.tsx";
import { routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { ReviewScreen } from "../review/ReviewScreen.tsx";
import { useStart } from "../start/use-start.ts";
import { ConvertForm } from "./ConvertForm.tsx";

/** The convert flow: form, then review, then the operation's own page. */
export default function ConvertFlow() {
  const { t } = useI18n();
  const start = useStart();
  if (start === undefined) return <Loading />;
  if (start.reviewId !== undefined) {
    return <ReviewScreen id={start.reviewId} title={t("convert.review")} back={routeTo("convert")} />;
  }
  return <ConvertForm start={start} />;
}
