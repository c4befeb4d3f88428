import { routeTo, useRoute } from "../../app/router.ts";
import { ReviewScreen } from "../../flows/review/ReviewScreen.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { ApprovalsCentre } from "./ApprovalsCentre.tsx";

/** #/approvals: every allowance, and the review of ending some of them. */
export default function ApprovalsPage() {
  const { t } = useI18n();
  const review = useRoute().params.get("review");
  if (review === null) return <ApprovalsCentre />;
  return <ReviewScreen id={review} title={t("approvals.review")} back={routeTo("approvals")} />;
}
