import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abiOf } from "./abi.ts";
import { planClaim } from "./claim.ts";
import { maxClaimsPerTransaction } from "./facts.ts";
import { account, answersIn, open, payoutLog, reportLog, start, type World } from "./fixture.ts";
import { protocol } from "./index.ts";
import { judgeRate } from "./rate.ts";
import { partWorth, splitRequests } from "./split.ts";
import { decodeState, etherForShares, type LidoState, sharesForEther } from "./state.ts";
import { expectedForNew, expectedForRequest, measurePace } from "./wait.ts";
import { measureYield } from "./yield.ts";

const ONE = 10n ** 18n;
const DAY = 86_400;
const [stEth, wstEth] = protocol.definition.tokens.map((token) => token.id) as [string, string];

function stateOf(world: World): LidoState {
  const answers = answersIn(world, protocol.reads([account], []));
  const block = { number: 1, timestamp: start };
  const { state } = protocol.decode({ accounts: [account], known: [], answers, block });
  const decoded = decodeState(state);
  if (decoded === undefined) throw new Error("state does not parse");
  return decoded;
}
const state = stateOf(open);

describe("shares and ether", () => {
  const rate = fc.record({
    totalPooledEther: fc.bigInt(1n, 10n ** 28n),
    totalShares: fc.bigInt(1n, 10n ** 28n),
  });

  it("round down each way, so that a way there and back never gains", () => {
    fc.assert(
      fc.property(rate, fc.bigInt(0n, 10n ** 26n), (totals, amount) => {
        const at = { ...state, ...totals };
        expect(etherForShares(at, sharesForEther(at, amount)) <= amount).toBe(true);
        expect(sharesForEther(at, etherForShares(at, amount)) <= amount).toBe(true);
      }),
    );
  });
});

describe("the split into requests", () => {
  it("sums to the amount, each part within the limits, whatever the amount", () => {
    const amounts = fc.oneof(
      fc.bigInt(200n, 10n ** 23n),
      fc.bigInt(1_000n * ONE - 200n, 1_000n * ONE + 200n),
    );
    fc.assert(
      fc.property(amounts, fc.constantFrom(stEth, wstEth), (amount, token) => {
        const parts = splitRequests(state, token, amount);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        for (const part of parts) {
          const worth = partWorth(state, token, part);
          expect(worth >= 100n && worth <= 1_000n * ONE).toBe(true);
        }
      }),
    );
  });

  it("leaves no rest below the minimum", () => {
    expect(splitRequests(state, stEth, 1_000n * ONE + 1n)).toEqual([1_000n * ONE - 99n, 100n]);
    expect(splitRequests(state, stEth, 2_500n * ONE)).toEqual([1_000n * ONE, 1_000n * ONE, 500n * ONE]);
  });

  it("keeps a wstETH part valid through the next report", () => {
    const [part = 0n] = splitRequests(state, wstEth, 10_000n * ONE);
    const grown = { ...state, totalPooledEther: (state.totalPooledEther * 10_008n) / 10_000n };
    expect(partWorth(grown, wstEth, part) <= 1_000n * ONE).toBe(true);
  });

  it("stays small for an absurd amount", () => {
    expect(splitRequests(state, stEth, (1n << 256n) - 1n).length).toBeLessThanOrEqual(10_001);
  });
});

describe("a rate", () => {
  const totalShares = 10n ** 24n;
  const reading = (rate: bigint, at = start) => ({
    at,
    rate,
    totalShares,
    totalPooledEther: (rate * totalShares) / ONE,
  });
  const sound = { rate: (12n * ONE) / 10n, at: start - DAY };

  it.each([
    ["none", 0n, "zero"],
    ["a thousand times", 1_200n * ONE, "out-of-range"],
    ["double", (24n * ONE) / 10n, "jumped"],
    ["half", (6n * ONE) / 10n, "jumped"],
    ["a day's rewards more", (12n * ONE * 10_001n) / 100_000n, undefined],
    ["a slashing less", (119n * ONE) / 100n, undefined],
  ])("%s is judged", (_name, rate, trouble) => {
    expect(judgeRate(reading(rate), sound).trouble).toBe(trouble);
  });

  it.each([
    ["the same", (24n * ONE) / 10n, undefined],
    ["a report apart", (24_002n * ONE) / 10_000n, undefined],
    ["another", (12n * ONE) / 10n, "jumped"],
  ])("that doubled is judged with a second endpoint that names %s", (_name, other, trouble) => {
    const judged = judgeRate(reading((24n * ONE) / 10n), sound, other);
    expect(judged.trouble).toBe(trouble);
    expect(judged.sound?.at).toBe(trouble === undefined ? start : sound.at);
  });

  it("that fell is said to have fallen", () => {
    expect(judgeRate(reading((119n * ONE) / 100n), sound)).toMatchObject({ fell: true });
    expect(judgeRate(reading(sound.rate), sound)).toMatchObject({ fell: false });
  });

  it("keeps the last sound one in mind while in doubt", () => {
    expect(judgeRate(reading(1_200n * ONE), sound).sound).toEqual(sound);
  });

  it("that does not fit the totals beside it is refused", () => {
    expect(judgeRate({ ...reading(sound.rate), totalPooledEther: 10n ** 24n }, sound).trouble).toBe(
      "inconsistent",
    );
  });

  it("may have grown much after years of absence", () => {
    const years = { rate: ONE, at: start - 5 * 365 * DAY };
    expect(judgeRate(reading((12n * ONE) / 10n), years).trouble).toBeUndefined();
  });
});

describe("the yield", () => {
  const pre = 9_000_000n * ONE;
  const perDay = (pre * 3n) / 36_500n;
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) => reportLog(start - day * DAY, DAY, pre, pre + perDay));

  it("of a 3 % year is 3 %, over the newest seven days", () => {
    const measured = measureYield(days(10), start);
    expect(measured).toMatchObject({ method: "reports", observations: 7, from: start - 7 * DAY, to: start });
    expect(measured?.ratePpm).toBeGreaterThan(29_990);
    expect(measured?.ratePpm).toBeLessThanOrEqual(30_000);
  });

  it("is the same when a report was skipped and the next covers both days", () => {
    const skipped = measureYield([reportLog(start, 2 * DAY, pre, pre + 2n * perDay)], start);
    expect(skipped?.ratePpm).toBe(measureYield(days(2), start)?.ratePpm);
  });

  it("is negative after a slashing", () => {
    expect(measureYield([reportLog(start, DAY, pre, pre - perDay)], start)?.ratePpm).toBeLessThan(0);
  });

  it.each([
    ["no report", []],
    ["only old reports", [reportLog(start - 8 * DAY, DAY, pre, pre + perDay)]],
    ["a report from the future", [reportLog(start + DAY, DAY, pre, pre + perDay)]],
    ["a thousandfold", [reportLog(start, DAY, pre, pre * 1_000n)]],
    ["more than 100 % a year", [reportLog(start, DAY, pre, (pre * 101n) / 100n)]],
    ["a pool of nothing", [reportLog(start, DAY, 0n, pre)]],
    ["no shares", [reportLog(start, DAY, pre, pre, 0n)]],
    ["no time", [reportLog(start, 0, pre, pre + perDay)]],
  ])("is hidden with %s", (_name, logs) => expect(measureYield(logs, start)).toBeUndefined());
});

describe("the expected wait", () => {
  const pace = measurePace([payoutLog(start - 2 * DAY, 3_000n * ONE), payoutLog(start, 3_000n * ONE)], start);
  const paced: LidoState = { ...state, ...(pace && { pace }) };

  it("comes from what was paid of late and what waits before", () => {
    expect(pace).toMatchObject({ paid: 6_000n * ONE, observations: 2, to: start });
    const expected = expectedForNew(paced, 1_000n * ONE, start);
    // 6 000 ether wait with it, and 2 000 a day are paid.
    expect(expected).toEqual({
      earliest: start + 3 * DAY,
      latest: start + 7 * DAY,
      basis: "recent-finalisations",
    });
  });

  it("is shorter further up the queue, and never in the past", () => {
    const first = expectedForRequest(paced, 91n, start);
    const last = expectedForRequest(paced, 100n, start);
    expect(first.earliest).toBeLessThan(last.earliest ?? 0);
    expect(first.earliest).toBeGreaterThanOrEqual(start);
  });

  it.each([
    ["bunker", { ...paced, bunker: true }],
    ["paused", { ...paced, queuePaused: true }],
    ["unknown", state],
  ] as const)("has no date with basis %s", (basis, known) => {
    expect(expectedForNew(known, ONE, start)).toEqual({ basis });
  });

  it("has no date when nothing was paid for a week", () => {
    expect(measurePace([payoutLog(start - 8 * DAY, ONE)], start)).toBeUndefined();
  });
});

describe("claiming", () => {
  it("covers all that is wanted once, in order, with no more in a transaction than the account's signer takes", () => {
    const wanted = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 250 });
    fc.assert(
      fc.property(wanted, fc.constantFrom(undefined, 2, 7), (ids, most) => {
        const redemptions = ids.map((id) => ({
          protocol: "lido",
          account,
          id: String(id),
          amount: ONE,
          claimable: BigInt(id),
          asset: protocol.definition.native,
          requestedAt: start,
          state: "ready" as const,
          extra: String(id * 3),
          expected: { basis: "ready" as const },
        }));
        const plan = planClaim(
          { ids: ids.map(String) },
          {
            account,
            now: start,
            block: { number: 1, timestamp: start },
            permitNonces: new Map(),
            allowances: new Map(),
            balances: new Map(),
            redemptions,
            ...(most === undefined ? {} : { claimsPerTransaction: most }),
          },
        );
        const batches = plan.steps.map((step) => {
          if (step.kind !== "call") throw new Error("no call");
          const [claims, hints] = abiOf("queue").decodeFunctionData("claimWithdrawals", step.data);
          expect([...hints]).toEqual([...claims].map((id: bigint) => id * 3n));
          return [...claims].map(Number);
        });
        const limit = most ?? maxClaimsPerTransaction;
        expect(batches.flat()).toEqual([...ids].sort((a, b) => a - b));
        expect(batches.every(({ length }) => length > 0 && length <= limit)).toBe(true);
        expect(batches).toHaveLength(Math.ceil(ids.length / limit));
        expect(plan.effects[0]?.change).toBe(BigInt(ids.reduce((sum, id) => sum + id, 0)));
      }),
    );
    expect(protocol.definition.maxClaimsOnDevice).toBe(2);
  });
});

describe("a permit", () => {
  it("is not offered when the token's domain is another one", () => {
    const intent = {
      kind: "redeem",
      protocol: "lido",
      amount: ONE,
      token: stEth,
      approval: "permit",
    } as const;
    const reads = protocol.planReads(intent, account);
    const answers = answersIn(open, reads).set("domain", `0x${"11".repeat(32)}`);
    const extra = protocol.decodePlanReads(intent, account, answers);
    expect(extra.permitNonces.size).toBe(0);
    const { steps, remarks } = protocol.plan(
      intent,
      protocol.decode({
        accounts: [account],
        known: [],
        answers: answersIn(open, protocol.reads([account], [])),
        block: { number: 1, timestamp: start },
      }).state,
      {
        ...extra,
        account,
        now: start,
        block: { number: 1, timestamp: start },
        balances: new Map(),
        redemptions: [],
      },
    );
    expect(steps.map((step) => step.kind)).toEqual(["approve", "call"]);
    expect(remarks.map((one) => one.words.key)).toContain("lido.remark.permit-not-possible");
  });
});
