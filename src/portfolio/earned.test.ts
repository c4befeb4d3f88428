import fc from "fast-check";
import { expect, it } from "vitest";
import { type EarningSample, earnedOf, nextSample } from "./earned.ts";

// A ledger that knows what really happened: pool of ether and shares, one holder.
const ether = fc.bigInt(1n, 10n ** 22n);
const event = fc.oneof(
  fc.record({ kind: fc.constant("stake" as const), amount: ether }),
  fc.record({ kind: fc.constant("take" as const), permille: fc.bigInt(0n, 1_000n) }),
  fc.record({ kind: fc.constant("report" as const), ppm: fc.bigInt(-50_000n, 50_000n) }),
);

it("is what reports brought and slashings took, to the wei, whatever came and went", () => {
  fc.assert(
    fc.property(ether, fc.array(event, { maxLength: 40 }), (first, events) => {
      const pool = { ether: 9n * 10n ** 24n + 1n, shares: 75n * 10n ** 23n };
      let held = 0n;
      const worthOf = (units: bigint) => (units * pool.ether) / pool.shares;
      let at = 1;
      let sample: EarningSample | undefined;
      let flows = 0n;
      let reported = 0n;
      const take = () => {
        sample = nextSample(sample, { at: at++, units: held, worthOf });
      };
      const stake = (amount: bigint) => {
        const shares = (amount * pool.shares) / pool.ether;
        pool.ether += amount;
        pool.shares += shares;
        held += shares;
      };
      stake(first);
      fc.pre(held > 0n);
      take();
      const begun = worthOf(held);
      for (const one of events) {
        const before = { units: held, worth: worthOf(held) };
        if (one.kind === "stake") stake(one.amount);
        else if (one.kind === "take") held -= (held * one.permille) / 1_000n;
        else pool.ether += (pool.ether * one.ppm) / 1_000_000n;
        // A stake of others or our own moves the rate by its rounding; that is a gain of the pool like a report.
        reported += worthOf(before.units) - before.worth;
        flows += worthOf(held) - worthOf(before.units);
        take();
      }
      expect(sample?.earned).toBe(reported);
      expect(worthOf(held)).toBe(begun + flows + reported);
    }),
  );
});

it("is nothing after a stake or a transfer alone, but for the rounding of the pool", () => {
  const rate = (units: bigint) => (units * 12n) / 10n;
  const one = nextSample(undefined, { at: 1, units: 100n, worthOf: rate });
  const two = nextSample(one, { at: 2, units: 900n, worthOf: rate });
  const three = nextSample(two, { at: 3, units: 0n, worthOf: rate });
  expect(three).toMatchObject({ earned: 0n, since: 1, worth: 0n });
});

it("begins with the first unit, and is said from the second sample on", () => {
  const worthOf = (units: bigint) => units;
  expect(nextSample(undefined, { at: 1, units: 0n, worthOf })).toBeUndefined();
  const first = nextSample(undefined, { at: 5, units: 7n, worthOf });
  expect(first && earnedOf(first)).toBeUndefined();
  const second = nextSample(first, { at: 6, units: 7n, worthOf: () => 6n });
  expect(second && earnedOf(second)).toEqual({ amount: -1n, since: 5 });
});

it("does not move with a block that is not newer", () => {
  const sample = nextSample(undefined, { at: 5, units: 7n, worthOf: (units) => units });
  expect(nextSample(sample, { at: 5, units: 9n, worthOf: () => 100n })).toBe(sample);
});

it("begins anew when time runs far back: another chain answers, or the one before had lied about time", () => {
  const worthOf = (units: bigint) => units;
  const sample = nextSample(undefined, { at: 100_000, units: 7n, worthOf });
  expect(nextSample(sample, { at: 99_100, units: 7n, worthOf })).toBe(sample);
  expect(nextSample(sample, { at: 99_099, units: 9n, worthOf })).toMatchObject({ since: 99_099, units: 9n });
});
