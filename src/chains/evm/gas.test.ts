import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateFromUsed, gasCap, gasFloor, gasLimitFor } from "./gas.ts";

describe("gasLimitFor", () => {
  it("adds a quarter, rounded up, and stays within the protocol's cap", () => {
    expect(gasLimitFor(21_000n)).toBe(26_250n);
    expect(gasLimitFor(gasCap)).toBe(gasCap);
    fc.assert(
      fc.property(fc.bigInt(gasFloor, gasCap), (estimate) => {
        const limit = gasLimitFor(estimate);
        expect(limit >= estimate && limit <= gasCap).toBe(true);
        expect(limit === gasCap || limit * 4n >= estimate * 5n).toBe(true);
      }),
    );
  });

  it("refuses what no transaction can need", () => {
    for (const wrong of [0n, gasFloor - 1n, gasCap + 1n, 2n ** 64n]) {
      expect(() => gasLimitFor(wrong)).toThrowError(
        expect.objectContaining({ code: "operation/gas-implausible" }),
      );
    }
  });
});

describe("estimateFromUsed", () => {
  it("covers the largest refund that may have been taken off", () => {
    fc.assert(
      fc.property(fc.bigInt(gasFloor, gasCap), (gross) => {
        const net = gross - gross / 5n;
        expect(estimateFromUsed(net) >= gross).toBe(true);
      }),
    );
  });
});
