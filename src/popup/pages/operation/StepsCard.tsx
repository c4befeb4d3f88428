import type { Operation, StepRecord } from "../../../core/operation/operation.ts";
import { isSignatureStep } from "../../../core/staking/plan.ts";
import { useNetwork } from "../../data/networks.ts";
import { useAccounts } from "../../data/records.ts";
import { useSentence } from "../../flows/review/words.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { Translator } from "../../i18n/translator.ts";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type Step, StepList, type StepState } from "../../ui/StepList.tsx";
import { Attempts } from "./Attempts.tsx";
import { isHandedOut } from "./operation-words.ts";

/** How a step ends: with its signature, with the signed transaction in the site's hands, or on the chain. */
type Ending = "signature" | "handed" | "chain";

/** The step in the list's terms. */
function stateOf(step: StepRecord, ending: Ending): StepState {
  if (step.state === "signed") return ending === "chain" ? "current" : "done";
  const states: Record<Exclude<StepRecord["state"], "signed">, StepState> = {
    waiting: "waiting",
    signing: "current",
    broadcast: "current",
    confirmed: "done",
    failed: "failed",
  };
  return states[step.state];
}

const signedWords = {
  signature: "operation.step-signed-permit",
  handed: "operation.step-handed",
  chain: "operation.step-signed",
} as const;

/** The step's state as a sentence. */
function stepSentence(step: StepRecord, ending: Ending, { t }: Pick<Translator, "t">): string {
  if (step.state === "signed") return t(signedWords[ending]);
  if (step.state !== "confirmed") return t(`operation.step-${step.state}`);
  if (step.confirmedBlock === undefined) return t("operation.step-confirmed-plain");
  const block = step.confirmedBlock;
  return step.final ? t("operation.step-confirmed", { block }) : t("operation.step-settling", { block });
}

/** What is doubtful about a sent transaction, if anything. */
function doubtOf({ doubts }: StepRecord, { t }: Pick<Translator, "t">): string | undefined {
  if (doubts?.overtakenAt !== undefined) return t("operation.overtaken");
  return doubts && doubts.refusals > 0
    ? t("operation.no-longer-known", { count: doubts.refusals })
    : undefined;
}

/** Every step with its state, its transactions, what it cost and what is doubtful about it. */
export function StepsCard({ operation }: { readonly operation: Operation }) {
  const i18n = useI18n();
  const { t, formatAmount } = i18n;
  const say = useSentence(operation.chainId);
  const accounts = useAccounts().value?.accounts;
  const onLedger = accounts?.find((each) => each.id === operation.accountId)?.kind === "ledger";
  const native = useNetwork(operation.chainId)?.native;
  const steps = operation.plan.steps.map((planned, place): Step => {
    const step = operation.steps[place] ?? { state: "waiting" as const, attempts: [] };
    const ending: Ending = isHandedOut(operation)
      ? "handed"
      : isSignatureStep(planned)
        ? "signature"
        : "chain";
    const skipped = step.state === "waiting" && operation.state === "failed";
    const sentence = skipped
      ? t("operation.step-skipped")
      : onLedger && step.state === "signing"
        ? t("operation.step-on-ledger")
        : stepSentence(step, ending, i18n);
    const doubt = doubtOf(step, i18n);
    return {
      id: String(place),
      title: say(planned.words) ?? <Skeleton label={t("common.loading")} />,
      state: stateOf(step, ending),
      stateLabel: sentence,
      detail: (
        <>
          <p aria-hidden="true">{sentence}</p>
          {doubt && <p>{doubt}</p>}
          {step.gasUsedWei !== undefined && native && (
            <p>
              {t("operation.fee-paid", {
                amount: formatAmount(step.gasUsedWei, native.decimals, {
                  maxFraction: 8,
                  unit: native.symbol,
                }),
              })}
            </p>
          )}
          <Attempts chainId={operation.chainId} step={step} />
        </>
      ),
    };
  });
  return (
    <Section title={t("operation.progress")}>
      <Card>
        <StepList label={t("operation.progress")} steps={steps} />
      </Card>
    </Section>
  );
}
