import type { Operation } from "../../../core/operation/operation.ts";
import { isSignatureStep } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { StepList } from "../../ui/StepList.tsx";
import styles from "./review.module.css";
import { useSentence } from "./words.ts";

/** What will happen, one step after the other, and how often something is signed or sent. */
export function Steps({ operation }: { readonly operation: Operation }) {
  const { t, list } = useI18n();
  const say = useSentence(operation.chainId);
  const { plan, intent } = operation;
  const { steps } = plan;
  const signatures = steps.filter(isSignatureStep).length;
  const transactions = steps.length - signatures;
  const counts = [
    ...(signatures > 0 ? [t("review.signatures", { count: signatures })] : []),
    ...(transactions > 0 ? [t("review.transactions", { count: transactions })] : []),
  ];
  const severalCalls = intent.kind === "site-calls" || intent.kind === "revoke";
  return (
    <Section title={t("review.steps")} description={list(counts)}>
      <Card>
        <Stack gap={3}>
          <StepList
            label={t("review.steps")}
            steps={steps.map((step, place) => {
              const done = operation.steps[place]?.state === "confirmed";
              return {
                id: String(place),
                title: say(step.words) ?? <Skeleton label={t("common.loading")} />,
                state: done ? ("done" as const) : ("waiting" as const),
                stateLabel: t(done ? "state.done" : "state.waiting"),
                aside: <Badge>{t(isSignatureStep(step) ? "review.signature" : "review.transaction")}</Badge>,
              };
            })}
          />
          {severalCalls && (
            <p className={styles.meta}>{t("review.calls-explain", { count: steps.length })}</p>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
