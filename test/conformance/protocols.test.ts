import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWeirError } from "../../src/core/errors/index.ts";
import { languages } from "../../src/core/settings/settings.ts";
import { protocols } from "../../src/protocols/registry.ts";
import { benchOf, fixtures, ONE, type Situation } from "./protocol-bench.ts";

// Runs on every folder under src/protocols. Each brings a fixture.ts: situations of plain values and the answers in them.

it("finds a fixture beside every protocol", () => {
  expect(protocols.length).toBeGreaterThan(0);
  expect(Object.keys(fixtures)).toHaveLength(protocols.length);
});

describe.each(protocols.map((protocol) => [protocol.definition.id, protocol] as const))(
  "%s",
  (id, protocol) => {
    const bench = benchOf(protocol);
    const { fixture, definition, copy, tokenIds, readingIn, planned, quoted, codeOf, expectWorded, intents } =
      bench;

    it("is named by its folder and its addresses have sources", () => {
      expect(definition.contracts.length).toBeGreaterThan(0);
      for (const contract of definition.contracts) expect(contract.source).toMatch(/\S/);
      for (const token of definition.tokens) expect(token.id).toBe(token.address.toLowerCase());
    });

    it("has the same words in every language, and words for risks, states and waiting times", () => {
      const keys = Object.keys(copy.en!).sort();
      for (const language of languages) {
        expect(Object.keys(copy[language]!).sort()).toEqual(keys);
        for (const key of keys) {
          const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
          expect(marks(copy[language]![key]!), key).toEqual(marks(copy.en![key]!));
        }
      }
      for (const risk of definition.risks) expect(keys).toContain(risk);
      for (const state of ["queued", "ready", "claimed"]) expect(keys).toContain(`redemption.${state}`);
      for (const basis of ["recent-finalisations", "fixed-period", "bunker", "paused", "unknown", "ready"]) {
        expect(keys).toContain(`expected.${basis}`);
      }
    });

    it("keeps its state as plain JSON", () => {
      const { state } = readingIn("open");
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    });

    it("words every step and remark of every plan and quote, in every situation", () => {
      for (const situation of Object.keys(fixture.situations) as Situation[]) {
        const reading = readingIn(situation);
        for (const intent of intents(reading)) {
          for (const one of quoted(reading, intent).remarks) expectWorded(one.words);
          try {
            const plan = planned(reading, intent);
            for (const step of plan.steps) expectWorded(step.words);
            for (const one of plan.remarks) expectWorded(one.words);
          } catch (error) {
            expect(isWeirError(error), `${situation} ${intent.kind}: ${error}`).toBe(true);
          }
        }
      }
    });

    it("spends exactly what is there at max, and refuses one unit more", () => {
      const reading = readingIn("open");
      for (const intent of intents(reading)) {
        const plan = planned(reading, intent);
        expect(plan.steps.length).toBeGreaterThan(0);
        if (intent.kind === "stake" || intent.kind === "claim") continue;
        const spent = plan.effects.find((effect) => effect.change < 0n)!;
        expect(-spent.change).toBe(intent.amount);
        expect(codeOf(() => planned(reading, { ...intent, amount: intent.amount + 1n }))).toBe(
          "staking/above-balance",
        );
        if (intent.kind !== "redeem") continue;
        expect(quoted(reading, intent).parts.reduce((sum, part) => sum + part, 0n)).toBe(intent.amount);
      }
    });

    it("has a rate that grows with rewards and falls only with a slashing", () => {
      const worth = (situation: Situation) =>
        protocol.worthOf!(readingIn(situation).state, tokenIds[0]!, ONE);
      expect(worth("grown")).toBeGreaterThan(worth("open"));
      expect(worth("slashed")).toBeLessThan(worth("open"));
    });

    it("never gains on a way there and back", () => {
      const reading = readingIn("open");
      fc.assert(
        fc.property(fc.bigInt(1n, 10n ** 24n), (amount) => {
          for (const from of tokenIds) {
            for (const to of tokenIds.filter((one) => one !== from)) {
              const there = quoted(reading, { kind: "convert", protocol: id, amount, from, to }).receives
                .change;
              const back = quoted(reading, {
                kind: "convert",
                protocol: id,
                amount: there,
                from: to,
                to: from,
              });
              expect(back.receives.change <= amount).toBe(true);
            }
            const stake = quoted(reading, { kind: "stake", protocol: id, amount, receive: from }).receives
              .change;
            const redeemed = quoted(reading, {
              kind: "redeem",
              protocol: id,
              amount: stake,
              token: from,
              approval: "approve",
            });
            expect(redeemed.receives.change <= amount).toBe(true);
          }
        }),
      );
    });

    it("says before signing what is paused, used up or implausible", () => {
      const stake = { kind: "stake", protocol: id, amount: 4n * ONE, receive: tokenIds[0]! } as const;
      const redeem = {
        kind: "redeem",
        protocol: id,
        amount: ONE,
        token: tokenIds[0]!,
        approval: "approve",
      } as const;
      for (const [situation, intent] of [
        ["paused", stake],
        ["limited", stake],
        ["redeem-paused", redeem],
        ["rate-zero", stake],
        ["rate-thousandfold", redeem],
      ] as const) {
        const reading = readingIn(situation);
        expect(
          codeOf(() => planned(reading, intent)),
          situation,
        ).toMatch(/^staking\//);
        expect(
          quoted(reading, intent).remarks.some((one) => one.level === "block"),
          situation,
        ).toBe(true);
      }
      expect(readingIn("rate-thousandfold").doubtful).toBe(true);
      expect(readingIn("rate-zero").doubtful).toBe(true);
      expect(readingIn("open").doubtful).toBeFalsy();
    });

    it("takes a redemption from queued to ready to claimed, and never dates it into the past", () => {
      const queued = readingIn("queued");
      const [waiting] = queued.redemptions;
      expect(waiting!.state).toBe("queued");
      expect(waiting!.claimable).toBeUndefined();
      for (const situation of ["queued", "bunker", "redeem-paused"] as const) {
        const [one] = readingIn(situation).redemptions;
        if (one!.expected.earliest !== undefined)
          expect(one!.expected.earliest).toBeGreaterThanOrEqual(fixture.start);
      }
      expect(readingIn("bunker").redemptions[0]!.expected).toEqual({ basis: "bunker" });
      expect(codeOf(() => planned(queued, { kind: "claim", protocol: id, ids: [waiting!.id] }))).toBe(
        "staking/not-claimable",
      );

      const ready = readingIn("ready", queued.redemptions);
      const [done] = ready.redemptions;
      expect(done!.state).toBe("ready");
      const plan = planned(ready, { kind: "claim", protocol: id, ids: [done!.id] });
      expect(plan.effects).toEqual([{ asset: definition.native, change: done!.claimable }]);
      for (const step of plan.steps) expectWorded(step.words);

      const claimed = readingIn("claimed", ready.redemptions);
      expect(claimed.redemptions).toMatchObject([
        { id: done!.id, state: "claimed", claimable: done!.claimable },
      ]);
      expect(codeOf(() => planned(claimed, { kind: "claim", protocol: id, ids: [] }))).toBe(
        "staking/nothing-to-claim",
      );
    });

    it("needs one round when nothing is new", () => {
      for (const situation of ["open", "queued", "ready"] as const) {
        const { redemptions } = readingIn(situation);
        const answers = fixture.answersIn(
          fixture.situations[situation],
          protocol.reads([fixture.account], redemptions),
        );
        const again = protocol.decode({
          accounts: [fixture.account],
          known: redemptions,
          answers,
          block: { number: 2, timestamp: fixture.start + 12 },
        });
        expect(again.more).toEqual([]);
        expect(again.redemptions.map((one) => one.state)).toEqual(redemptions.map((one) => one.state));
      }
    });

    it("guesses nothing from answers that are missing or damaged", () => {
      const reads = protocol.reads([fixture.account], []);
      const sound = fixture.answersIn(fixture.situations.open, reads);
      for (const { key } of reads) {
        for (const damage of [undefined, "0x", "0x01"] as const) {
          const answers = new Map(sound).set(key, damage);
          const code = codeOf(() =>
            protocol.decode({
              accounts: [fixture.account],
              known: [],
              answers,
              block: { number: 1, timestamp: 1 },
            }),
          );
          expect(["staking/state-unknown", "none"], key).toContain(code);
        }
      }
      expect(
        codeOf(() =>
          quoted(
            { state: {}, positions: [], redemptions: [], more: [] },
            {
              kind: "stake",
              protocol: id,
              amount: ONE,
              receive: tokenIds[0]!,
            },
          ),
        ),
      ).toBe("staking/state-unknown");
    });
  },
);
