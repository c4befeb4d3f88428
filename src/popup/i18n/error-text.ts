import { interpolate, type Params } from "./interpolate.ts";
import { formatDecimalText } from "./numbers.ts";
import { formatDuration } from "./times.ts";

/** What an error looks like here: a WeirError or its report. The code may come from a newer or older part. */
export interface ErrorLike {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

function plainParams(params: Readonly<Record<string, unknown>> | undefined): Params {
  const plain: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params ?? {})) {
    if (typeof value === "string" || typeof value === "number") plain[name] = value;
  }
  return plain;
}

/**
 * The sentence of an error in one language. Parameters named `…Seconds` become durations; decimal texts beside
 * a `unit` get the locale's separators; other numbers are identifiers or small counts and stay as they are.
 * A code without a sentence gets `fallback`, whose `{code}` names it, so that it can be reported.
 */
export function errorText(
  locale: string,
  sentences: Readonly<Record<string, string>>,
  fallback: string,
  error: ErrorLike,
): string {
  const sentence = Object.hasOwn(sentences, error.code) ? sentences[error.code] : undefined;
  if (!sentence) return interpolate(fallback, { code: error.code }, String);
  const params = plainParams(error.params);
  const withUnit = typeof params.unit === "string";
  return interpolate(sentence, params, (value, name) => {
    if (typeof value === "number" && name.endsWith("Seconds")) return formatDuration(locale, value);
    if (typeof value === "string" && withUnit && name !== "unit") return formatDecimalText(locale, value);
    return String(value);
  });
}
