import type { Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { StepList } from "../../ui/StepList.tsx";
import { useSentence } from "./words.ts";

/** What will happen, one step after the other, and how often something is signed or sent. */
export function Steps({ operation }: { readonly operation: Operation }) {
  const { t, list } = useI18n();
  const say = useSentence(operation.chainId);
  const { steps } = operation.plan;
  const signatures = steps.filter((step) => step.kind === "permit").length;
  const transactions = steps.length - signatures;
  const counts = [
    ...(signatures > 0 ? [t("review.signatures", { count: signatures })] : []),
    ...(transactions > 0 ? [t("review.transactions", { count: transactions })] : []),
  ];
  return (
    <Section title={t("review.steps")} description={list(counts)}>
      <Card>
        <StepList
          label={t("review.steps")}
          steps={steps.map((step, place) => {
            const record = operation.steps[place];
            const done = record?.state === "confirmed";
            return {
              id: String(place),
              title: say(step.words) ?? <Skeleton label={t("common.loading")} />,
              state: done ? ("done" as const) : ("waiting" as const),
              stateLabel: t(done ? "state.done" : "state.waiting"),
              aside: <Badge>{t(step.kind === "permit" ? "review.signature" : "review.transaction")}</Badge>,
            };
          })}
        />
      </Card>
    </Section>
  );
}
