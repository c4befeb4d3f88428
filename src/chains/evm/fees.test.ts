import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feeHistoryRequest, feesFromHistory, implausibleBaseFee, median, tipCap, tipFloors } from "./fees.ts";
import { accessTo, node } from "./testing/scripted-node.ts";

const gwei = 10n ** 9n;
const hex = (value: bigint | number) => `0x${value.toString(16)}`;

describe("fees", () => {
  it("come from the last twenty blocks: twice the base fee plus the median tip", async () => {
    const { access } = accessTo({
      "https://one.example": node(({ method, params }) => {
        if (method === "eth_chainId") return { result: "0x1" };
        expect([method, params]).toEqual(["eth_feeHistory", ["0x14", "latest", [10, 50, 90]]]);
        return {
          result: {
            oldestBlock: "0x1",
            baseFeePerGas: [hex(9n * gwei), hex(10n * gwei), hex(10n * gwei), hex(11n * gwei)],
            gasUsedRatio: [0.5, 0.9, 0.1],
            reward: [
              [hex(gwei), hex(2n * gwei), hex(3n * gwei)],
              [hex(gwei), hex(2n * gwei), hex(4n * gwei)],
              [hex(9n * gwei), hex(9n * gwei), hex(9n * gwei)],
            ],
          },
        };
      }),
    });
    expect(await access.fees()).toEqual({
      baseFee: 11n * gwei,
      slow: { maxFeePerGas: 23n * gwei, maxPriorityFeePerGas: gwei },
      normal: { maxFeePerGas: 24n * gwei, maxPriorityFeePerGas: 2n * gwei },
      fast: { maxFeePerGas: 26n * gwei, maxPriorityFeePerGas: 4n * gwei },
    });
  });

  it("of an empty network stand at the floors", () => {
    const fees = feesFromHistory({ nextBaseFee: gwei, tips: [] });
    expect([fees.slow, fees.normal, fees.fast].map((level) => level.maxPriorityFeePerGas)).toEqual([
      ...tipFloors,
    ]);
  });

  it("with a thousandfold base fee are refused", () => {
    expect(() => feesFromHistory({ nextBaseFee: 1000n * gwei, tips: [] })).toThrowError(
      expect.objectContaining({ code: "operation/fee-implausible", params: { gwei: "1000" } }),
    );
  });

  it("are ordered, capped and enough for five full blocks, whatever the history", () => {
    const tip = fc.bigInt(0n, 2n ** 256n - 1n);
    fc.assert(
      fc.property(
        fc.bigInt(0n, implausibleBaseFee - 1n),
        fc.array(fc.tuple(tip, tip, tip), { maxLength: 20 }),
        (nextBaseFee, tips) => {
          const { slow, normal, fast, baseFee } = feesFromHistory({ nextBaseFee, tips });
          expect(slow.maxPriorityFeePerGas <= normal.maxPriorityFeePerGas).toBe(true);
          expect(normal.maxPriorityFeePerGas <= fast.maxPriorityFeePerGas).toBe(true);
          const fiveFullBlocks = (baseFee * 9n ** 5n) / 8n ** 5n;
          for (const level of [slow, normal, fast]) {
            expect(level.maxPriorityFeePerGas >= tipFloors[0]).toBe(true);
            expect(level.maxPriorityFeePerGas <= tipCap).toBe(true);
            expect(level.maxFeePerGas >= fiveFullBlocks + level.maxPriorityFeePerGas).toBe(true);
          }
        },
      ),
    );
  });

  it("take no history whose parts do not fit together", () => {
    const good = { baseFeePerGas: ["0x1", "0x2"], gasUsedRatio: [0.5], reward: [["0x1", "0x1", "0x1"]] };
    expect(feeHistoryRequest.decode(good)).toEqual({ nextBaseFee: 2n, tips: [[1n, 1n, 1n]] });
    for (const part of [
      { baseFeePerGas: ["0x2"] },
      { baseFeePerGas: [1, 2] },
      { baseFeePerGas: Array(22).fill("0x1") },
      { gasUsedRatio: [] },
      { reward: undefined },
      { reward: [["0x1", "0x1"]] },
      { reward: [["0x1", "0x1", "-0x1"]] },
    ]) {
      expect(() => feeHistoryRequest.decode({ ...good, ...part })).toThrow();
    }
  });
});

describe("median", () => {
  it("is one of the values, with at least half of them on each side", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(), { minLength: 1 }), (values) => {
        const middle = median(values);
        expect(values).toContain(middle);
        expect(values.filter((value) => value <= middle).length * 2 >= values.length).toBe(true);
        expect(values.filter((value) => value >= middle).length * 2 >= values.length).toBe(true);
      }),
    );
  });
});
