import { isUnlimited } from "../../../core/approval/rules/unlimited-amount.ts";
import type { AllowanceChange, Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { Translator } from "../../i18n/translator.ts";
import { useNames } from "./names.ts";
import { hostOf, siteText } from "./site-text.ts";

/** An allowance in words: an amount, none, or without a limit. */
export function useAllowanceText(): (amount: bigint, decimals: number, symbol: string) => string {
  const { t, formatAmount } = useI18n();
  return (amount, decimals, symbol) => {
    if (amount === 0n) return t("review.allowance-none");
    if (isUnlimited(amount)) return t("review.allowance-unlimited", { symbol });
    return formatAmount(amount, decimals, { maxFraction: 6, unit: symbol });
  };
}

/** Whether the network itself ends it, so that its `until` is the end. A permit's is only the last day of its use. */
export function endsOnChain(form: AllowanceChange["form"]): boolean {
  return form === "permit2-allowance" || form === "permit2-transfer";
}

/** When an allowance of this operation ends, unix seconds; undefined = when somebody ends it. */
export function endOf(change: AllowanceChange, operation: Pick<Operation, "leaseUntil">): number | undefined {
  return endsOnChain(change.form) ? change.until : operation.leaseUntil;
}

/** A date as it is shown; what lies beyond the calendar's reach has none. */
export function dateText(
  unixSeconds: number,
  { formatDateTime }: Pick<Translator, "formatDateTime">,
): string | undefined {
  return unixSeconds * 1000 > 8.64e15 ? undefined : formatDateTime(unixSeconds, "date");
}

function whatIsTaken(change: AllowanceChange, { t, formatAmount }: Translator): string {
  const symbol = siteText(change.symbol);
  if (change.form === "operator") return t("review.take-items", { symbol });
  if (isUnlimited(change.after)) return t("review.take-any", { symbol });
  const amount = formatAmount(change.after, change.decimals, { maxFraction: 6, unit: symbol });
  return t("review.take-amount", { amount });
}

function untilWhen(change: AllowanceChange, operation: Operation, i18n: Translator): string {
  const until = endOf(change, operation);
  const date = until === undefined ? undefined : dateText(until, i18n);
  if (change.form === "permit2-transfer") {
    return date === undefined ? i18n.t("review.end-once-open") : i18n.t("review.end-once", { date });
  }
  return date === undefined ? i18n.t("review.end-open") : i18n.t("review.end-until", { date });
}

/** Who takes, under the name it goes by here. */
export function useSpenderName(operation: Operation): (change: AllowanceChange) => string {
  const { t } = useI18n();
  const nameOf = useNames(operation.chainId);
  return (change) => {
    const known = change.spenderName ?? nameOf(change.spender);
    if (known !== undefined) return known;
    if (change.spenderKind === "plain") {
      return t("review.spender-plain", {
        address: `${change.spender.slice(0, 6)}…${change.spender.slice(-4)}`,
      });
    }
    if (operation.origin === "wallet") return t("review.unknown-contract");
    return t("review.spender-of-site", { host: hostOf(operation.origin) });
  };
}

/** An allowance, whatever its form, as one sentence: who may take how much of what until when. */
export function useAllowanceSentence(operation: Operation): (change: AllowanceChange) => string {
  const i18n = useI18n();
  const spenderName = useSpenderName(operation);
  return (change) => {
    const who = spenderName(change);
    if (change.after === 0n) {
      return i18n.t("review.may-take-nothing", { who, symbol: siteText(change.symbol) });
    }
    return i18n.t("review.may-take", {
      who,
      what: whatIsTaken(change, i18n),
      end: untilWhen(change, operation, i18n),
    });
  };
}
