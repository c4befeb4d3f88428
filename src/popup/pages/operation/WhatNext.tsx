import type { Operation } from "../../../core/operation/operation.ts";
import { useSnapshot } from "../../data/records.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { redemptionTime } from "../portfolio/redemption-words.ts";

/** After a confirmed stake, redemption or claim: what the protocol does from here on, with the time if one can be said. */
export function WhatNext({ operation }: { readonly operation: Operation }) {
  const i18n = useI18n();
  const { t } = i18n;
  const snapshot = useSnapshot(operation.chainId).value;
  const clock = useNow();
  const { kind } = operation.intent;
  if (operation.state !== "confirmed") return null;
  if (kind !== "stake" && kind !== "redeem" && kind !== "claim") return null;
  const request =
    kind === "redeem"
      ? snapshot?.redemptions.find(
          (one) =>
            one.state === "queued" &&
            one.account.toLowerCase() === operation.account.toLowerCase() &&
            one.requestedAt >= operation.createdAt,
        )
      : undefined;
  const time =
    snapshot && request && redemptionTime(request, Math.max(clock, snapshot.block.timestamp), i18n);
  return (
    <Notice tone="success" title={t("operation.next-title")} still>
      <p>{t(`operation.next-${kind}`)}</p>
      {time && (
        <p>
          <strong>{time.when}</strong>
          {time.basis && ` · ${time.basis}`}
        </p>
      )}
    </Notice>
  );
}
