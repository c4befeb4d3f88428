import type { Words } from "../../../core/staking/plan.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { interpolate } from "../../i18n/interpolate.ts";
import type { MessageKey, Translator } from "../../i18n/translator.ts";
import { copyText, type ProtocolFacts, useProtocols } from "./protocols.ts";

type Shown = Pick<Translator, "t" | "language" | "formatDecimalText" | "formatDuration" | "formatInteger">;

/** Parameters that are amounts; others may look like one (a nonce, an id) and are shown as they are. */
const isAmount = /amount|value|balance|missing|limit|fee|gas|gives|gets|most|least|share|gwei/i;

/** A value of a sentence: exact amounts by locale, addresses by their ends, seconds as a duration. */
function shownParam(value: string | number, name: string, i18n: Shown): string {
  if (typeof value === "number") {
    return name.endsWith("Seconds") ? i18n.formatDuration(value) : i18n.formatInteger(value);
  }
  if (/^0x[0-9a-fA-F]{40}$/.test(value)) return `${value.slice(0, 6)}…${value.slice(-4)}`;
  return isAmount.test(name) ? i18n.formatDecimalText(value) : value;
}

/**
 * The sentence of a step or remark. Keys such as "lido.step.stake" are in that protocol's copy, all others in the
 * catalogue. Undefined while the protocols' words are not here yet.
 */
export function sentence(
  words: Words,
  protocols: readonly ProtocolFacts[] | undefined,
  i18n: Shown,
): string | undefined {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(words.params)) {
    // A number called count chooses the plural, and is written by the translator.
    params[name] = name === "count" ? value : shownParam(value, name, i18n);
  }
  const dot = words.key.indexOf(".");
  const prefix = words.key.slice(0, dot);
  if (prefix === "step" || prefix === "remark") {
    // Rule words come by key from a record; the catalogue answers an unknown one with the key itself.
    return (i18n.t as (key: MessageKey, params: Record<string, string | number>) => string)(
      words.key as MessageKey,
      params,
    );
  }
  if (protocols === undefined) return undefined;
  const protocol = protocols.find((each) => each.id === prefix);
  const text = copyText(protocol, i18n.language, words.key.slice(dot + 1));
  return text === undefined ? words.key : interpolate(text, params, String);
}

/** Gives sentences for the words of one network's records. */
export function useSentence(chainId: number): (words: Words) => string | undefined {
  const i18n = useI18n();
  const protocols = useProtocols(chainId);
  return (words) => sentence(words, protocols, i18n);
}
