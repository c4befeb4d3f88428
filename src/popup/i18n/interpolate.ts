import type { Message } from "./catalogue.ts";

export type Param = string | number | bigint;
export type Params = Readonly<Record<string, Param>>;

const PLACEHOLDER = /\{(\w+)\}/g;

/** The parameter names that `text` mentions, in order, without repeats. */
export function placeholders(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), (match) => match[1] ?? ""))];
}

/** `text` with each `{name}` replaced by `write(value)`; a name without a value stays visible as written. */
export function interpolate(
  text: string,
  params: Params,
  write: (value: Param, name: string) => string,
): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : write(value, name);
  });
}

/** The text of `message` for `count`, by the language's plural rules; `other` where the category has none. */
export function pluralText(message: Message, count: Param | undefined, rules: Intl.PluralRules): string {
  if (typeof message === "string") return message;
  if (typeof count !== "number" && typeof count !== "bigint") return message.other;
  return message[rules.select(Number(count))] ?? message.other;
}
