import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWeirError } from "../errors/index.ts";
import { formatUnits } from "./format.ts";
import { parseAmount, type Separators } from "./parse.ts";
import { basisPointsOf, mulDivCeil, mulDivFloor, ratioPpm } from "./ratio.ts";

const en: Separators = { decimal: ".", group: "," };
const de: Separators = { decimal: ",", group: "." };
const fr: Separators = { decimal: ",", group: "\u202f" };
const ch: Separators = { decimal: ".", group: "\u2019" };

function refusal(text: string, separators: Separators, decimals = 18): string {
  try {
    return `taken as ${parseAmount(text, decimals, separators)}`;
  } catch (error) {
    return isWeirError(error) ? error.code : String(error);
  }
}

describe("an amount as typed", () => {
  it.each([
    ["1", en, 10n ** 18n],
    ["1.5", en, 15n * 10n ** 17n],
    ["1,5", de, 15n * 10n ** 17n],
    [".5", en, 5n * 10n ** 17n],
    ["5.", en, 5n * 10n ** 18n],
    ["  2 ", en, 2n * 10n ** 18n],
    ["007", en, 7n * 10n ** 18n],
    ["1,234.5", en, 12345n * 10n ** 17n],
    ["1.234.567", de, 1234567n * 10n ** 18n],
    ["1 234,5", fr, 12345n * 10n ** 17n],
    ["1'234.5", ch, 12345n * 10n ** 17n],
    ["0.000000000000000001", en, 1n],
    ["0", en, 0n],
  ])("%j is read by its language's marks", (text, separators, units) => {
    expect(parseAmount(text, 18, separators)).toBe(units);
  });

  it.each([
    ["", en, "amount/empty"],
    [" \u00a0 ", en, "amount/empty"],
    ["1e18", en, "amount/not-a-number"],
    ["0x10", en, "amount/not-a-number"],
    ["+1", en, "amount/not-a-number"],
    ["-1", en, "amount/negative"],
    ["\u22121", en, "amount/negative"],
    ["1,5", en, "amount/not-a-number"],
    ["1.5", de, "amount/not-a-number"],
    ["1,500", en, "amount/ambiguous"],
    ["1.500", de, "amount/ambiguous"],
    ["0,500", en, "amount/not-a-number"],
    ["12,34,567", en, "amount/not-a-number"],
    ["1.2.3", en, "amount/not-a-number"],
    ["1.234,5", en, "amount/not-a-number"],
    [".", en, "amount/not-a-number"],
    [",", en, "amount/not-a-number"],
    ["\u0661\u0662", en, "amount/not-a-number"],
    ["\uff11\uff12", en, "amount/not-a-number"],
    ["1.\u0665", en, "amount/not-a-number"],
    ["Infinity", en, "amount/not-a-number"],
    ["NaN", en, "amount/not-a-number"],
    ["1_000", en, "amount/not-a-number"],
    ["1 ETH", en, "amount/not-a-number"],
    [`0.${"0".repeat(39)}1`, en, "amount/too-many-decimals"],
    ["1.0000000000000000000", en, "amount/too-many-decimals"],
    ["9".repeat(61), en, "amount/too-large"],
    ["1".repeat(10_000), en, "amount/not-a-number"],
  ])("%j is refused", (text, separators, code) => {
    expect(refusal(text, separators)).toBe(code);
  });

  it("takes the largest amount there can be and not one unit more", () => {
    const largest = (1n << 256n) - 1n;
    expect(parseAmount(largest.toString(), 0, en)).toBe(largest);
    expect(refusal((largest + 1n).toString(), en, 0)).toBe("amount/too-large");
  });

  it("comes back the same from its exact text, for any decimals", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 256n) - 1n), fc.integer({ min: 0, max: 77 }), (units, decimals) => {
        expect(parseAmount(formatUnits(units, decimals), decimals, en)).toBe(units);
      }),
    );
  });

  it("is never more than the digits say", () => {
    const digits = fc.stringMatching(/^[0-9]{1,12}$/);
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: 0, max: 20 }), (whole, fraction, decimals) => {
        const text = `${whole}.${fraction}`;
        const outcome = refusal(text, en, decimals);
        if (fraction.length > decimals) expect(outcome).toBe("amount/too-many-decimals");
        else
          expect(outcome).toBe(
            `taken as ${BigInt(whole + fraction) * 10n ** BigInt(decimals - fraction.length)}`,
          );
      }),
    );
  });
});

describe("exact text", () => {
  it.each([
    [0n, 18, "0"],
    [1n, 18, "0.000000000000000001"],
    [15n * 10n ** 17n, 18, "1.5"],
    [-15n * 10n ** 17n, 18, "-1.5"],
    [100n, 0, "100"],
    [100n, 2, "1"],
  ])("%s with %s decimals", (value, decimals, text) => expect(formatUnits(value, decimals)).toBe(text));
});

describe("ratios", () => {
  const amount = fc.bigInt(0n, 1n << 128n);
  const positive = fc.bigInt(1n, 1n << 128n);

  it("floor and ceiling hold the exact quotient between them, one apart at most", () => {
    fc.assert(
      fc.property(fc.bigInt(-(1n << 128n), 1n << 128n), amount, positive, (value, numerator, denominator) => {
        const floor = mulDivFloor(value, numerator, denominator);
        const ceil = mulDivCeil(value, numerator, denominator);
        expect(floor * denominator <= value * numerator).toBe(true);
        expect(ceil * denominator >= value * numerator).toBe(true);
        expect(ceil - floor <= 1n).toBe(true);
      }),
    );
  });

  it("there and back never gains", () => {
    fc.assert(
      fc.property(amount, positive, positive, (value, a, b) => {
        expect(mulDivFloor(mulDivFloor(value, a, b), b, a) <= value).toBe(true);
      }),
    );
  });

  it("refuses to divide by nothing", () => {
    expect(() => mulDivFloor(1n, 1n, 0n)).toThrow(RangeError);
  });

  it("takes shares in basis points and millionths", () => {
    expect(basisPointsOf(12_345n, 1_000)).toBe(1_234n);
    expect(ratioPpm(1n, 3n)).toBe(333_333);
  });
});
