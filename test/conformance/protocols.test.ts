import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { createServer } from "vite";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../src/core/account/account.ts";
import { isWeirError } from "../../src/core/errors/index.ts";
import { languages } from "../../src/core/settings/settings.ts";
import type { StakingIntent } from "../../src/core/staking/intent.ts";
import type { Plan, Words } from "../../src/core/staking/plan.ts";
import type { Redemption } from "../../src/core/staking/position.ts";
import type {
  PlanContext,
  Protocol,
  ProtocolReading,
  ProtocolState,
  Read,
} from "../../src/core/staking/protocol.ts";
import { protocols } from "../../src/protocols/registry.ts";

// Runs on every folder under src/protocols. Each brings a fixture.ts: situations of plain values and the answers in them.

type Situation =
  | "open"
  | "grown"
  | "slashed"
  | "paused"
  | "limited"
  | "redeem-paused"
  | "bunker"
  | "queued"
  | "ready"
  | "claimed"
  | "rate-zero"
  | "rate-thousandfold";
interface Fixture {
  account: Address;
  start: number;
  situations: Record<Situation, unknown>;
  answersIn(situation: unknown, reads: readonly Read[]): Map<string, Hex | undefined>;
}

const fixtures = import.meta.glob<Fixture>("../../src/protocols/*/fixture.ts", { eager: true });
const ONE = 10n ** 18n;

function readingIn(
  protocol: Protocol,
  fixture: Fixture,
  situation: Situation,
  known: readonly Redemption[] = [],
  previous?: ProtocolState,
): ProtocolReading {
  const accounts = [fixture.account];
  const world = fixture.situations[situation];
  const answers = fixture.answersIn(world, protocol.reads(accounts, known));
  const block = { number: 1, timestamp: fixture.start };
  for (let round = 1; ; round += 1) {
    const reading = protocol.decode({ accounts, known, answers, block, previous });
    if (reading.more.length === 0) return reading;
    expect(round, "rounds of reading end").toBeLessThan(4);
    for (const [key, answer] of fixture.answersIn(world, reading.more)) answers.set(key, answer);
  }
}

it("finds a fixture beside every protocol", () => {
  expect(protocols.length).toBeGreaterThan(0);
  expect(Object.keys(fixtures)).toHaveLength(protocols.length);
});

describe.each(protocols.map((protocol) => [protocol.definition.id, protocol] as const))(
  "%s",
  (id, protocol) => {
    const fixture = fixtures[`../../src/protocols/${id}/fixture.ts`]!;
    const { definition } = protocol;
    const copy = definition.copy!;
    const tokenIds = definition.tokens.map((token) => token.id);

    const contextOf = (reading: ProtocolReading): PlanContext => ({
      account: fixture.account,
      now: fixture.start,
      block: { number: 1, timestamp: fixture.start },
      permitNonces: new Map(tokenIds.map((token) => [token, 0n])),
      allowances: new Map(),
      balances: new Map([
        ["native", 10n ** 30n],
        ...reading.positions.map((one) => [one.token.id, one.balance] as const),
      ]),
      redemptions: reading.redemptions,
    });
    const planned = (reading: ProtocolReading, intent: StakingIntent): Plan =>
      protocol.plan(intent, reading.state, contextOf(reading));
    const quoted = (reading: ProtocolReading, intent: StakingIntent) =>
      protocol.quote({
        intent,
        state: reading.state,
        redemptions: reading.redemptions,
        yield: undefined,
        gasWei: undefined,
        now: fixture.start,
      });
    const codeOf = (work: () => unknown): string => {
      try {
        work();
        return "none";
      } catch (error) {
        return isWeirError(error) ? error.code : String(error);
      }
    };
    const expectWorded = ({ key, params }: Words) => {
      for (const language of languages) {
        const text = copy[language]?.[key.slice(id.length + 1)];
        expect(text, `${key} in ${language}`).toBeTruthy();
        for (const [, name] of text!.matchAll(/\{(\w+)\}/g)) expect(params, key).toHaveProperty(name!);
      }
    };
    const intents = (reading: ProtocolReading): StakingIntent[] => {
      const whole = (token: string) => reading.positions.find((one) => one.token.id === token)!.balance;
      return [
        ...tokenIds.map((receive) => ({ kind: "stake" as const, protocol: id, amount: ONE, receive })),
        ...tokenIds.flatMap((from) =>
          tokenIds
            .filter((to) => to !== from)
            .map((to) => ({ kind: "convert" as const, protocol: id, amount: whole(from), from, to })),
        ),
        ...tokenIds.flatMap((token) =>
          (["permit", "approve"] as const).map((approval) => ({
            kind: "redeem" as const,
            protocol: id,
            amount: whole(token),
            token,
            approval,
          })),
        ),
      ];
    };

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
      const { state } = readingIn(protocol, fixture, "open");
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    });

    it("words every step and remark of every plan and quote, in every situation", () => {
      for (const situation of Object.keys(fixture.situations) as Situation[]) {
        const reading = readingIn(protocol, fixture, situation);
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
      const reading = readingIn(protocol, fixture, "open");
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
        protocol.worthOf!(readingIn(protocol, fixture, situation).state, tokenIds[0]!, ONE);
      expect(worth("grown")).toBeGreaterThan(worth("open"));
      expect(worth("slashed")).toBeLessThan(worth("open"));
    });

    it("never gains on a way there and back", () => {
      const reading = readingIn(protocol, fixture, "open");
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
        const reading = readingIn(protocol, fixture, situation);
        expect(
          codeOf(() => planned(reading, intent)),
          situation,
        ).toMatch(/^staking\//);
        expect(
          quoted(reading, intent).remarks.some((one) => one.level === "block"),
          situation,
        ).toBe(true);
      }
      expect(readingIn(protocol, fixture, "rate-thousandfold").doubtful).toBe(true);
      expect(readingIn(protocol, fixture, "rate-zero").doubtful).toBe(true);
      expect(readingIn(protocol, fixture, "open").doubtful).toBeFalsy();
    });

    it("takes a redemption from queued to ready to claimed, and never dates it into the past", () => {
      const queued = readingIn(protocol, fixture, "queued");
      const [waiting] = queued.redemptions;
      expect(waiting!.state).toBe("queued");
      expect(waiting!.claimable).toBeUndefined();
      for (const situation of ["queued", "bunker", "redeem-paused"] as const) {
        const [one] = readingIn(protocol, fixture, situation).redemptions;
        if (one!.expected.earliest !== undefined)
          expect(one!.expected.earliest).toBeGreaterThanOrEqual(fixture.start);
      }
      expect(readingIn(protocol, fixture, "bunker").redemptions[0]!.expected).toEqual({ basis: "bunker" });
      expect(codeOf(() => planned(queued, { kind: "claim", protocol: id, ids: [waiting!.id] }))).toBe(
        "staking/not-claimable",
      );

      const ready = readingIn(protocol, fixture, "ready", queued.redemptions);
      const [done] = ready.redemptions;
      expect(done!.state).toBe("ready");
      const plan = planned(ready, { kind: "claim", protocol: id, ids: [done!.id] });
      expect(plan.effects).toEqual([{ asset: definition.native, change: done!.claimable }]);
      for (const step of plan.steps) expectWorded(step.words);

      const claimed = readingIn(protocol, fixture, "claimed", ready.redemptions);
      expect(claimed.redemptions).toMatchObject([
        { id: done!.id, state: "claimed", claimable: done!.claimable },
      ]);
      expect(codeOf(() => planned(claimed, { kind: "claim", protocol: id, ids: [] }))).toBe(
        "staking/nothing-to-claim",
      );
    });

    it("needs one round when nothing is new", () => {
      for (const situation of ["open", "queued", "ready"] as const) {
        const { redemptions } = readingIn(protocol, fixture, situation);
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

describe("a protocol's folder", () => {
  it("is found under another name with no other edit", async () => {
    const root = mkdtempSync(join(tmpdir(), "weir-registry-"));
    try {
      cpSync(resolve("src"), join(root, "src"), { recursive: true });
      const copied = join(root, "src/protocols/other");
      cpSync(resolve("src/protocols/lido"), copied, { recursive: true });
      const facts = join(copied, "facts.ts");
      writeFileSync(facts, readFileSync(facts, "utf8").replace('id = "lido"', 'id = "other"'));
      symlinkSync(resolve("node_modules"), join(root, "node_modules"));
      const server = await createServer({
        root,
        configFile: false,
        logLevel: "silent",
        appType: "custom",
        server: { middlewareMode: true, ws: false, watch: null },
        resolve: {
          alias: { ethers: resolve("node_modules/ethers"), valibot: resolve("node_modules/valibot") },
        },
      });
      try {
        const found = await server.ssrLoadModule("/src/protocols/registry.ts");
        const ids = (found.protocols as Protocol[]).map((one) => one.definition.id);
        expect(ids.sort()).toEqual([...protocols.map((one) => one.definition.id), "other"].sort());
        expect(found.protocolById("other").definition.name).toBe("Lido");
      } finally {
        await server.close();
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
