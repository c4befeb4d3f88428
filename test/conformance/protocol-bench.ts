import { expect } from "vitest";
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

/** What every fixture can be asked to be. */
export type Situation =
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

/** The fixture.ts beside each protocol. */
export const fixtures = import.meta.glob<Fixture>("../../src/protocols/*/fixture.ts", { eager: true });
export const ONE = 10n ** 18n;

function readingOf(
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

/** A protocol on its fixture: readings, plans and quotes in each situation, and what must hold of words. */
export function benchOf(protocol: Protocol) {
  const fixture = fixtures[`../../src/protocols/${protocol.definition.id}/fixture.ts`]!;
  const { definition } = protocol;
  const { id } = definition;
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
  const readingIn = (situation: Situation, known?: readonly Redemption[], previous?: ProtocolState) =>
    readingOf(protocol, fixture, situation, known, previous);
  return { fixture, definition, copy, tokenIds, readingIn, planned, quoted, codeOf, expectWorded, intents };
}
