import { lazy, Suspense } from "react";
import type { Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Review } from "./use-review.ts";

// Decoders come with the first signature that needs them: one's own stake needs none.
const MessageView = lazy(() => import("./MessageView.tsx"));
const TypedDataView = lazy(() => import("./TypedDataView.tsx"));

export interface WhatIsSignedProps {
  readonly operation: Operation;
  readonly review: Review;
}

/** Texts and data that a site gets signed, and a transaction that it gets instead of the network. */
export function WhatIsSigned({ operation, review }: WhatIsSignedProps) {
  const { t } = useI18n();
  const { intent, plan } = operation;
  const waiting = <Skeleton height="8rem" label={t("common.loading")} />;
  return (
    <>
      {intent.kind === "site-transaction" && intent.signOnly && (
        <Notice tone="warn" title={t("review.sign-only-title")} still>
          {t("review.sign-only")}
        </Notice>
      )}
      <Suspense fallback={waiting}>
        {plan.steps.map((step, place) => {
          if (step.kind === "message") {
            // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is its identity
            return <MessageView key={place} operation={operation} bytes={step.bytes} review={review} />;
          }
          if (step.kind === "typed-data") {
            // biome-ignore lint/suspicious/noArrayIndexKey: a step's place is its identity
            return <TypedDataView key={place} operation={operation} json={step.json} />;
          }
          return null;
        })}
      </Suspense>
    </>
  );
}
