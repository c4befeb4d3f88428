import { formatUnits } from "../../../core/amount/format.ts";
import type { Separators } from "../../../core/amount/parse.ts";

/** The decimal and grouping marks that people of this locale type. */
export function separatorsOf(locale: string): Separators {
  // Some languages group only from five digits on, so the sample is long.
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_000_000.5);
  const mark = (type: string, otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: mark("decimal", "."), group: mark("group", ",") };
}

/** Base units as somebody of this locale would type them: exact, without grouping marks. */
export function typedAmount(amount: bigint, decimals: number, locale: string): string {
  return formatUnits(amount, decimals).replace(".", separatorsOf(locale).decimal);
}
