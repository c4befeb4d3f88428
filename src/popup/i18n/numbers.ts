export interface AmountFormat {
  /** Most fraction digits shown; the rest is cut off, never rounded. Default 4. Use `decimals` for the exact amount. */
  readonly maxFraction?: number | undefined;
  /** Fewest fraction digits shown. Default 0. */
  readonly minFraction?: number | undefined;
  /** Symbol set after the number with a no-break space. */
  readonly unit?: string | undefined;
  /** "always" writes + before positive amounts. Default "auto". */
  readonly sign?: "auto" | "always" | undefined;
}

const NBSP = "\u00a0";

/** `value` base units with `decimals` digits as a plain decimal text, exact: (1500n, 3) is "1.500". */
export function decimalText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const sign = value < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** `text` cut to `maxFraction` fraction digits, towards zero. */
function cut(text: string, maxFraction: number): string {
  const point = text.indexOf(".");
  if (point < 0) return text;
  return maxFraction === 0 ? text.slice(0, point) : text.slice(0, point + 1 + maxFraction);
}

function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}

function formatter(locale: string, options: Intl.NumberFormatOptions): (text: string) => string {
  const format = new Intl.NumberFormat(locale, { ...options, roundingMode: "trunc" });
  return (text) => format.format(text as Intl.StringNumericLiteral);
}

/** The smallest amount that `maxFraction` digits can show: "0.0001" for 4. */
function smallest(maxFraction: number): string {
  return maxFraction === 0 ? "1" : `0.${"0".repeat(maxFraction - 1)}1`;
}

function tiny(negative: boolean, maxFraction: number, write: (text: string) => string): string {
  return negative ? `>${write(`-${smallest(maxFraction)}`)}` : `<${write(smallest(maxFraction))}`;
}

/**
 * `value` base units of a token with `decimals` digits, in the locale's digits and separators. Digits past
 * `maxFraction` are cut off, so what is shown is never more than what is there; an amount too small for any
 * digit shows as "<0.0001" instead of nothing.
 */
export function formatAmount(
  locale: string,
  value: bigint,
  decimals: number,
  options: AmountFormat = {},
): string {
  const maxFraction = Math.min(options.maxFraction ?? 4, decimals);
  const write = formatter(locale, {
    minimumFractionDigits: Math.min(options.minFraction ?? 0, maxFraction),
    maximumFractionDigits: maxFraction,
    signDisplay: options.sign === "always" ? "exceptZero" : "auto",
  });
  const text = cut(decimalText(value, decimals), maxFraction);
  const number =
    value !== 0n && isZero(text) ? tiny(value < 0n, maxFraction, write) : write(isZero(text) ? "0" : text);
  return options.unit ? `${number}${NBSP}${options.unit}` : number;
}

/**
 * A share as percent: `fraction` / 10^`decimals`, where 1 is 100 %. (317n, 4) is "3.17 %". Cut off like amounts;
 * `maxFraction` digits of percent, 2 unless told.
 */
export function formatPercent(
  locale: string,
  fraction: bigint,
  decimals: number,
  options: { readonly maxFraction?: number | undefined; readonly sign?: "auto" | "always" | undefined } = {},
): string {
  const maxFraction = options.maxFraction ?? 2;
  const write = formatter(locale, {
    style: "percent",
    maximumFractionDigits: maxFraction,
    signDisplay: options.sign === "always" ? "exceptZero" : "auto",
  });
  const text = cut(decimalText(fraction, decimals), maxFraction + 2);
  if (fraction !== 0n && isZero(text)) return tiny(fraction < 0n, maxFraction + 2, write);
  return write(isZero(text) ? "0" : text);
}

/** A decimal text such as "0.015" with the locale's separators and every digit kept; other text unchanged. */
export function formatDecimalText(locale: string, text: string): string {
  if (!/^-?\d{1,80}(\.\d{1,80})?$/.test(text)) return text;
  return formatter(locale, { maximumFractionDigits: 80 })(text);
}
