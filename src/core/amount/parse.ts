import { WeirError } from "../errors/index.ts";

/** The marks of a language's numbers, as Intl.NumberFormat gives them. */
export interface Separators {
  decimal: string;
  group: string;
}

const LARGEST = (1n << 256n) - 1n;
const LONGEST_TEXT = 200;
const SPACES = /^[\u0020\u00a0\u202f\u2009]$/;
const APOSTROPHES = /^['\u2019]$/;

/** Typed spaces and apostrophes stand for their typographic kin, which no keyboard has. */
function sameMark(typed: string, mark: string): boolean {
  return (
    typed === mark ||
    (SPACES.test(typed) && SPACES.test(mark)) ||
    (APOSTROPHES.test(typed) && APOSTROPHES.test(mark))
  );
}

/** The integer part without its grouping marks; refuses marks anywhere but before every third digit. */
function ungroup(whole: string, group: string, hasFraction: boolean): string {
  if (/^[0-9]*$/.test(whole)) return whole;
  const runs: string[] = [""];
  for (const mark of whole) {
    if (/^[0-9]$/.test(mark)) runs[runs.length - 1] += mark;
    else if (sameMark(mark, group)) runs.push("");
    else throw new WeirError("amount/not-a-number", {});
  }
  const [first = "", ...rest] = runs;
  const wellFormed = /^[1-9][0-9]{0,2}$/.test(first) && rest.every((run) => run.length === 3);
  if (!wellFormed) throw new WeirError("amount/not-a-number", {});
  // "1.500" is 1500 to a German reader and 1.5 to everybody else: a factor of a thousand is not guessed.
  if (rest.length === 1 && !hasFraction && /[.,]/.test(whole)) throw new WeirError("amount/ambiguous", {});
  return runs.join("");
}

/**
 * Base units of what somebody typed, by the marks of their language. Never rounds: a digit too many is refused,
 * and so is every spelling but ASCII digits with at most one decimal mark and proper grouping (no sign, no
 * exponent, no hexadecimal, no other script's digits). Zero is an amount.
 * Throws amount/empty, not-a-number, negative, ambiguous, too-many-decimals, too-large.
 */
export function parseAmount(text: string, decimals: number, separators: Separators): bigint {
  const typed = text.trim();
  if (typed === "") throw new WeirError("amount/empty", {});
  if (typed.length > LONGEST_TEXT) throw new WeirError("amount/not-a-number", {});
  if (/^[-\u2212\u2010-\u2014\ufe63\uff0d]/.test(typed)) throw new WeirError("amount/negative", {});
  const cut = typed.split(separators.decimal);
  if (cut.length > 2) throw new WeirError("amount/not-a-number", {});
  const [wholeText = "", fraction = ""] = cut;
  if (!/^[0-9]*$/.test(fraction)) throw new WeirError("amount/not-a-number", {});
  const whole = ungroup(wholeText, separators.group, cut.length === 2);
  if (whole === "" && fraction === "") throw new WeirError("amount/not-a-number", {});
  if (fraction.length > decimals) throw new WeirError("amount/too-many-decimals", { decimals });
  const units = BigInt(whole + fraction.padEnd(decimals, "0") || "0");
  if (units > LARGEST) throw new WeirError("amount/too-large", {});
  return units;
}
