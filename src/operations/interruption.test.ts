import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation } from "../core/operation/operation.ts";
import type { Intent } from "../core/staking/intent.ts";
import { TOKEN } from "./testing/ledger.ts";
import { approval, createWorld, ETHER, type Kill, own, type World } from "./testing/world.ts";

const redeem = (way: "permit" | "approve"): Intent => ({
  kind: "redeem",
  protocol: "pond",
  amount: ETHER,
  token: TOKEN,
  approval: way,
});
const intents: { name: string; intent: Intent; transactions: number }[] = [
  {
    name: "stake",
    intent: { kind: "stake", protocol: "pond", amount: ETHER, receive: TOKEN },
    transactions: 1,
  },
  { name: "redeem by permit", intent: redeem("permit"), transactions: 1 },
  { name: "redeem by approval", intent: redeem("approve"), transactions: 2 },
];

function funded(): World {
  const world = createWorld();
  world.chain.ledger.tokens.set(own.toLowerCase(), 10n * ETHER);
  return world;
}

/** Lets promises run as far as they can: nothing here waits for more. A worker that ended never settles. */
async function turn(): Promise<void> {
  for (let count = 0; count < 3; count++) await new Promise((resolve) => setImmediate(resolve));
}

/** Approves and looks until done, as a living worker does. */
async function work(world: World, planned: Operation, kill?: Kill): Promise<void> {
  const operations = world.start(kill);
  const life = async () => {
    await operations.handlers["operations.approve"](approval(planned));
    await world.settle(operations, 6);
  };
  let ended = false;
  void life().then(() => {
    ended = true;
  });
  await turn();
  expect(ended).toBe(kill === undefined || world.calls < kill.at);
}

/** What the chain has seen of the account: a hash per nonce, each with every byte that was sent for it. */
function check(world: World, done: Operation, transactions: number): void {
  expect(done.state).toBe("confirmed");
  for (const step of done.steps) {
    const originals = step.attempts.filter((each) => each.purpose === "original");
    expect(originals.length).toBeLessThanOrEqual(1);
  }
  // Never two different signed transactions of one step in the network, never one lost.
  expect(new Set(world.chain.sent).size).toBe(transactions);
  const stored = done.steps.flatMap((step) => step.attempts.map((each) => each.raw));
  expect(new Set(world.chain.sent)).toEqual(new Set(stored));
  expect(world.chain.ledger.nonces.get(own.toLowerCase())).toBe(transactions);
}

async function afterwards(world: World, id: string): Promise<Operation> {
  for (let life = 0; life < 4; life++) {
    const operations = world.start();
    await operations.resume();
    await world.settle(operations, 6);
    const record = await world.record(id);
    if (record.state !== "planned") return record;
    const asked = await operations.handlers["operations.preview"]({ id });
    await operations.handlers["operations.approve"](approval(asked));
    await world.settle(operations, 6);
  }
  return world.record(id);
}

async function callsOfAWholeLife(intent: Intent): Promise<number> {
  const world = funded();
  await work(world, await world.planned(intent));
  return world.calls;
}

describe.each(intents)("the worker ends while it does: $name", ({ intent, transactions }) => {
  it("at every single call to the outside, before and after its effect: nothing lost, nothing twice", async () => {
    const calls = await callsOfAWholeLife(intent);
    expect(calls).toBeGreaterThan(15);
    let asked = 0;
    for (let at = 1; at <= calls; at++) {
      for (const effect of ["before", "after"] as const) {
        const world = funded();
        const planned = await world.planned(intent);
        await work(world, planned, { at, effect });
        const left = await world.record(planned.id);
        if (left.steps.every((step) => step.attempts.length === 0)) {
          asked++;
          expect(world.chain.sent, `call ${at} ${effect}`).toEqual([]);
        }
        check(world, await afterwards(world, planned.id), transactions);
      }
    }
    expect(asked).toBeGreaterThan(5);
  }, 60_000);

  it("again and again", async () => {
    const kill = fc.record({
      at: fc.integer({ min: 1, max: 60 }),
      effect: fc.constantFrom("before" as const, "after" as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(kill, { minLength: 1, maxLength: 4 }), async (kills) => {
        const world = funded();
        const planned = await world.planned(intent);
        await work(world, planned, kills[0]);
        for (const each of kills.slice(1)) {
          const operations = world.start(each);
          void operations.resume();
          await turn();
          world.chain.mine();
          void operations.tick();
          await turn();
        }
        check(world, await afterwards(world, planned.id), transactions);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
