import fc from "fast-check";
import { expect, it } from "vitest";
import type { MeasuredYield } from "../../core/staking/position.ts";
import { account, answersIn, open, reportLog, start } from "./fixture.ts";
import { protocol } from "./index.ts";
import { measureYield } from "./yield.ts";

const DAY = 86_400;
const ONE = 10n ** 18n;
const YEAR = 31_536_000n;

it("is the yearly rate at which the pool grew, to a millionth, in whatever order and rhythm reports came", () => {
  const pools = fc.bigInt(1_000n * ONE, 10n ** 8n * ONE);
  const hours = fc.array(fc.integer({ min: 6, max: 36 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.bigInt(-200_000n, 200_000n), pools, hours, fc.boolean(), (ppm, pool, gaps, reversed) => {
      let at = start - 6 * DAY;
      const logs = gaps.map((gap) => {
        at += gap * 3600;
        const grown = (pool * ppm * BigInt(gap) * 3600n) / (YEAR * 1_000_000n);
        return reportLog(at, gap * 3600, pool, pool + grown);
      });
      const measured = measureYield(reversed ? logs.reverse() : logs, start);
      expect(Math.abs((measured?.ratePpm ?? Number.NaN) - Number(ppm))).toBeLessThanOrEqual(1);
      expect(measured?.observations).toBe(gaps.length);
    }),
  );
});

it("breaks even on the first day that earns the network fee, and never without a yield", () => {
  const { state } = protocol.decode({
    accounts: [account],
    known: [],
    answers: answersIn(open, protocol.reads([account], [])),
    block: { number: 1, timestamp: start },
  });
  const receive = protocol.definition.tokens[0]?.id ?? "";
  const daysOf = (amount: bigint, ratePpm: number, gasWei: bigint): number | undefined => {
    const rate: MeasuredYield = { ratePpm, from: 0, to: start, method: "reports", observations: 7 };
    const intent = { kind: "stake", protocol: "lido", amount, receive } as const;
    return protocol.quote({ intent, state, yield: rate, gasWei, now: start }).breakEvenDays;
  };
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 24n),
      fc.integer({ min: -100_000, max: 500_000 }),
      fc.bigInt(0n, 10n ** 18n),
      (amount, ppm, gas) => {
        const days = daysOf(amount, ppm, gas);
        const perYear = (amount * BigInt(ppm)) / 1_000_000n;
        if (perYear <= 0n) {
          expect(days).toBeUndefined();
          return;
        }
        const earnedBy = (day: bigint): boolean => perYear * day >= gas * 365n;
        if (days === undefined) expect(earnedBy(1_000_000n)).toBe(false);
        else expect([earnedBy(BigInt(days)), days > 0 && earnedBy(BigInt(days - 1))]).toEqual([true, false]);
      },
    ),
  );
});
