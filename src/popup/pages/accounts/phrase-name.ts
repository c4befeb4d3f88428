import type { AccountList } from "../../../core/account/account.ts";
import type { Translator } from "../../i18n/translator.ts";

/** What a phrase is called: its label, else its place in the list, counted from 1. */
export function phraseName(
  t: Translator["t"],
  phrase: AccountList["phrases"][number],
  index: number,
): string {
  return phrase.label || t("accounts.phrase-number", { number: index + 1 });
}
