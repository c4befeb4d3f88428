import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, formatAmount, formatDecimalText, formatPercent } from "./numbers.ts";

const WEI = 10n ** 18n;
const NBSP = "\u00a0";

/** Reads an English or German figure back into units of 10^-`decimals`. */
function readBack(text: string, point: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = text.replaceAll(point === "." ? "," : ".", "").split(point);
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

describe("amounts", () => {
  it("are cut, not rounded", () => {
    expect(formatAmount("en", 1_999_999_999_999_999_999n, 18)).toBe("1.9999");
    expect(formatAmount("en", -1_999_999_999_999_999_999n, 18)).toBe("-1.9999");
    expect(formatAmount("en", 999_999n, 6, { maxFraction: 0 })).toBe("<1");
  });

  it("show every digit when asked for all of them", () => {
    const value = 123_456_789_123_456_789_012_345_678n;
    expect(formatAmount("en", value, 18, { maxFraction: 18 })).toBe("123,456,789.123456789012345678");
    expect(formatAmount("de", value, 18, { maxFraction: 18 })).toBe("123.456.789,123456789012345678");
  });

  it("keep more fraction digits than engines format, in the locale's own digits", () => {
    const yocto = 1_000_000_000_000_000_000_000_001n;
    expect(formatAmount("en", yocto, 24, { maxFraction: 24 })).toBe("1.000000000000000000000001");
    expect(formatAmount("ar-EG", 1_250n, 3)).toBe("١٫٢٥");
  });

  it("that are too small for the digits are not shown as nothing", () => {
    expect(formatAmount("en", 1n, 18)).toBe("<0.0001");
    expect(formatAmount("de", 1n, 18, { unit: "ETH" })).toBe(`<0,0001${NBSP}ETH`);
    expect(formatAmount("en", -1n, 18)).toBe(">-0.0001");
    expect(formatAmount("en", 0n, 18)).toBe("0");
  });

  it("carry sign, unit and least digits", () => {
    expect(formatAmount("en", WEI / 2n, 18, { sign: "always", unit: "stETH" })).toBe(`+0.5${NBSP}stETH`);
    expect(formatAmount("en", 0n, 18, { sign: "always" })).toBe("0");
    expect(formatAmount("en", 0n, 18, { sign: "always", minFraction: 2 })).toBe("0.00");
    expect(formatAmount("en", WEI, 18, { minFraction: 2 })).toBe("1.00");
    expect(formatAmount("en", 7n, 0)).toBe("7");
  });

  it("of any size never show more than there is, and less by under one last digit", () => {
    const locale = fc.constantFrom(["en", "."] as const, ["de", ","] as const);
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 256n),
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 0, max: 24 }),
        locale,
        (value, decimals, maxFraction, [tag, point]) => {
          const text = formatAmount(tag, value, decimals, { maxFraction });
          const lost = 10n ** BigInt(Math.max(0, decimals - maxFraction));
          if (text.startsWith("<")) {
            const bound = readBack(text.slice(1), point, decimals);
            expect(value > 0n && value < bound).toBe(true);
            return;
          }
          const shown = readBack(text, point, decimals);
          expect(shown <= value).toBe(true);
          expect(value - shown < lost).toBe(true);
        },
      ),
    );
  });

  it("as exact text read back to the same base units", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(2n ** 256n), 2n ** 256n),
        fc.integer({ min: 0, max: 30 }),
        (value, decimals) => {
          expect(BigInt(decimalText(value, decimals).replace(".", ""))).toBe(value);
        },
      ),
    );
  });
});

describe("percent", () => {
  it("is cut to its digits in the locale's form", () => {
    expect(formatPercent("en", 319_999n, 7)).toBe("3.19%");
    expect(formatPercent("de", 317n, 4)).toBe(`3,17${NBSP}%`);
    expect(formatPercent("en", 1n, 18)).toBe("<0.01%");
    expect(formatPercent("en", 10_000n, 4)).toBe("100%");
    expect(formatPercent("en", 0n, 4)).toBe("0%");
    expect(formatPercent("en", 3n, 1)).toBe("30%");
    expect(formatPercent("en", 50n, 4, { sign: "always" })).toBe("+0.5%");
    expect(formatPercent("en", -123_456n, 4)).toBe("-1,234.56%");
  });
});

it("decimal texts get the locale's separators and keep every digit; other text is left alone", () => {
  expect(formatDecimalText("de", "1234.000000000000000001")).toBe("1.234,000000000000000001");
  expect(formatDecimalText("de", "not a number")).toBe("not a number");
});
