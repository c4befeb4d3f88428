import type { Operation } from "../../../core/operation/operation.ts";
import { usePlatform } from "../../data/page-context.ts";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { asksLeft, partOfLedger } from "./ledger-asks.ts";

/** What a Ledger will be asked for this operation, or that this browser cannot ask it; nothing where none is asked. */
export function LedgerNote({ operation }: { readonly operation: Operation }) {
  const { t, errorText } = useI18n();
  const { browserName } = usePlatform();
  const list = useAccounts().value;
  const part = partOfLedger(operation, list);
  if (part === undefined) return null;
  if (browserName === "firefox") {
    return (
      <Notice tone="warn" title={t("review.ledger-unreachable")} still>
        {errorText({ code: "device/unsupported-browser" })}
      </Notice>
    );
  }
  const { intent, plan, steps } = operation;
  const count = asksLeft(operation);
  const done = plan.steps.length - count;
  const factor = list?.accounts.find((each) => each.id === list.secondFactorId)?.label ?? "";
  return (
    <Notice tone="info" title={t(part === "signs" ? "review.ledger-title" : "review.factor-title")} still>
      {part === "confirms" ? (
        t("review.factor", { account: factor })
      ) : (
        <>
          <p>{t("review.ledger-asks", { count })}</p>
          {intent.kind === "claim" && plan.steps.length > 1 && <p>{t("review.ledger-claims")}</p>}
          {done > 0 && steps.length > 1 && <p>{t("review.ledger-done", { count: done })}</p>}
        </>
      )}
    </Notice>
  );
}
