import { act } from "react";
import type { Operation } from "../../../core/operation/operation.ts";
import type { Remark } from "../../../core/staking/plan.ts";
import { toWire } from "../../../core/wire/wire.ts";
import { button, fakePlatform, renderPage, type Script, settle } from "../../app/fake-platform.test-kit.tsx";
import { lidoFacts, storedLocal } from "../world.test-kit.ts";
import { OperationReview } from "./OperationReview.tsx";
import { ReviewButtons } from "./ReviewButtons.tsx";
import { useReview } from "./use-review.ts";

function Reviewed({ id, remarks }: { readonly id: string; readonly remarks: readonly Remark[] }) {
  const review = useReview(id, remarks);
  return (
    <>
      <OperationReview review={review} />
      <ReviewButtons review={review} rejectLabel="Reject" onReject={() => undefined} />
    </>
  );
}

export interface ReviewedOperation {
  readonly script?: Script | undefined;
  /** What is said of the site. */
  readonly remarks?: readonly Remark[] | undefined;
  readonly local?: Record<string, unknown> | undefined;
}

/** Shows the review of `record` with its buttons; `store` changes the record, as the worker does. */
export async function showReview(record: Operation, { script, remarks = [], local }: ReviewedOperation = {}) {
  const world = fakePlatform(
    { "portfolio.protocols": () => lidoFacts, ...script },
    { local: { ...storedLocal(record), ...local } },
  );
  await renderPage(<Reviewed id={record.id} remarks={remarks} />, world.platform);
  await settle(() => pageText().includes("Raw data"));
  const store = (next: Operation) =>
    act(async () => {
      await world.platform.localStore.set(`operation:${next.id}`, toWire(next));
    });
  return { ...world, store };
}

/** What stands on the page, with plain spaces. */
export const pageText = (): string => (document.body.textContent ?? "").replaceAll(/[\u00a0\u202f]/g, " ");

export const isArmed = (): boolean => button("Confirm").getAttribute("aria-disabled") === null;

export const sentences = (): string[] =>
  [...document.querySelectorAll("[data-testid=allowance-sentence]")].map((each) =>
    (each.textContent ?? "").replaceAll(/[\u00a0\u202f]/g, " "),
  );
