/**
 * `value` base units as exact decimal text: "." as the mark, no grouping, no trailing zeros, "-" when negative.
 * formatUnits(1500000000000000000n, 18) is "1.5". The interface turns it into a language's spelling.
 */
export function formatUnits(value: bigint, decimals: number): string {
  const sign = value < 0n ? "-" : "";
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return fraction === "" ? sign + whole : `${sign}${whole}.${fraction}`;
}
