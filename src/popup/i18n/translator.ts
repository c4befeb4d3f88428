import type { Message, ParamNames } from "./catalogue.ts";
import type { English, LanguageCatalogue } from "./en/index.ts";
import { type ErrorLike, errorText } from "./error-text.ts";
import { interpolate, type Param, type Params, pluralText } from "./interpolate.ts";
import type { Language } from "./languages.ts";
import { type AmountFormat, formatAmount, formatDecimalText, formatPercent } from "./numbers.ts";
import { type DateStyle, formatAge, formatDateTime, formatDuration } from "./times.ts";

export type MessageKey = keyof English;

/** The arguments `t` takes after `Key`: none, or an object with each parameter the text mentions. */
export type MessageArgs<Key extends MessageKey> = [ParamNames<English[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<ParamNames<English[Key]>, Param>>];

/** A language's words together with its way to write figures. One per locale; immutable. */
export interface Translator {
  readonly language: Language;
  /** BCP 47 tag used for figures and dates. */
  readonly locale: string;
  /** The text of `key`. Number parameters are written by locale, texts as they are; `count` selects the plural. */
  t<Key extends MessageKey>(key: Key, ...args: MessageArgs<Key>): string;
  /** What is wrong and what to do, for a WeirError or an error report. */
  errorText(error: ErrorLike): string;
  formatAmount(value: bigint, decimals: number, options?: AmountFormat): string;
  formatPercent(fraction: bigint, decimals: number, options?: Parameters<typeof formatPercent>[3]): string;
  /** An exact decimal text ("0.015") with the locale's separators. */
  formatDecimalText(text: string): string;
  formatDateTime(unixSeconds: number, style?: DateStyle): string;
  formatDuration(seconds: number): string;
  formatAge(seconds: number): string;
  formatInteger(value: number | bigint): string;
  /** "a, b, and c". */
  list(items: readonly string[]): string;
}

/** The translator of one language. `fallback` is English: it answers where `catalogue` lacks a key at run time. */
export function createTranslator(
  language: Language,
  locale: string,
  catalogue: LanguageCatalogue,
  fallback: LanguageCatalogue,
): Translator {
  const rules = new Intl.PluralRules(locale);
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const write = (value: Param) => (typeof value === "string" ? value : integers.format(value));
  const words: Readonly<Record<string, Message>> = catalogue.words;
  const fallbackWords: Readonly<Record<string, Message>> = fallback.words;
  const sentences = { ...fallback.errors, ...catalogue.errors };

  function text(key: string, params: Params = {}): string {
    const message = words[key] ?? fallbackWords[key];
    return message === undefined ? key : interpolate(pluralText(message, params.count, rules), params, write);
  }

  return {
    language,
    locale,
    t: (key, ...args) => text(key, args[0] as Params | undefined),
    errorText: (error) => errorText(locale, sentences, text("error.unknown", { code: "{code}" }), error),
    formatAmount: (value, decimals, options) => formatAmount(locale, value, decimals, options),
    formatPercent: (fraction, decimals, options) => formatPercent(locale, fraction, decimals, options),
    formatDecimalText: (value) => formatDecimalText(locale, value),
    formatDateTime: (unixSeconds, style) => formatDateTime(locale, unixSeconds, style),
    formatDuration: (seconds) => formatDuration(locale, seconds),
    formatAge: (seconds) => formatAge(locale, seconds),
    formatInteger: (value) => integers.format(value),
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
