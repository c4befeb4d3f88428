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

/** `text` cut to `maxFraction` fraction digits, towards zero, with trailing zeros past `minFraction` dropped. */
function cut(text: string, maxFraction: number, minFraction = 0): string {
  const [whole = "", digits = ""] = text.split(".");
  const kept = digits.slice(0, maxFraction).replace(/0+$/, "").padEnd(minFraction, "0");
  return kept === "" ? whole : `${whole}.${kept}`;
}

function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}

/** Making a NumberFormat costs more than using it, and a list shows hundreds of figures in the same few forms. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

/**
 * A decimal text in the locale's form, every digit kept. Engines accept 20 to 100 fraction digits, so Intl
 * writes the sign, the whole part and the separator around one stand-in digit, and the fraction goes in its place.
 */
function write(locale: string, text: string, options: Intl.NumberFormatOptions): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const places = fraction === "" ? 0 : 1;
  const format = numberFormat(locale, {
    ...options,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  const standIn = fraction === "" ? whole : `${whole}.${isZero(text) ? 0 : 1}`;
  const scaled = options.style === "percent" ? `${standIn}e-2` : standIn;
  return format
    .formatToParts(scaled as Intl.StringNumericLiteral)
    .map((part) => (part.type === "fraction" ? localDigits(locale, fraction) : part.value))
    .join("");
}

function localDigits(locale: string, digits: string): string {
  const format = numberFormat(locale, { useGrouping: false });
  return digits.replace(/\d/g, (digit) => format.format(Number(digit)));
}

/** The smallest amount that `maxFraction` digits can show: "0.0001" for 4. */
function smallest(maxFraction: number): string {
  return maxFraction === 0 ? "1" : `0.${"0".repeat(maxFraction - 1)}1`;
}

function writeCut(
  locale: string,
  text: string,
  digits: { readonly max: number; readonly min: number },
  options: Intl.NumberFormatOptions,
): string {
  const shown = cut(text, digits.max, digits.min);
  if (!isZero(shown)) return write(locale, shown, options);
  if (isZero(text)) return write(locale, shown.replace("-", ""), options);
  const least = smallest(digits.max);
  return text.startsWith("-")
    ? `>${write(locale, `-${least}`, options)}`
    : `<${write(locale, least, options)}`;
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
  const max = Math.min(options.maxFraction ?? 4, decimals);
  const min = Math.min(options.minFraction ?? 0, max);
  const number = writeCut(locale, decimalText(value, decimals), { max, min }, signs(options.sign));
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
  // Two digits fewer after the point is a hundred times as much: the share in percent.
  const percent =
    decimals >= 2 ? decimalText(fraction, decimals - 2) : decimalText(fraction * 100n, decimals);
  const digits = { max: options.maxFraction ?? 2, min: 0 };
  return writeCut(locale, percent, digits, { style: "percent", ...signs(options.sign) });
}

function signs(sign: "auto" | "always" = "auto"): Intl.NumberFormatOptions {
  return { signDisplay: sign === "always" ? "exceptZero" : "auto" };
}

/** A decimal text such as "0.015" with the locale's separators and every digit kept; other text unchanged. */
export function formatDecimalText(locale: string, text: string): string {
  if (!/^-?\d{1,80}(\.\d{1,80})?$/.test(text)) return text;
  return write(locale, text, {});
}
