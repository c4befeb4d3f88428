import { describe, expect, it } from "vitest";
import { siteAnswer } from "../core/operation/site-answer.ts";
import { approve, asked, permitAsk, stranger } from "./testing/asked.ts";
import { QUEUE, TOKEN } from "./testing/ledger.ts";
import { createWorld, own, wallet } from "./testing/world.ts";

const message = { kind: "message", from: own, bytes: "0x68656c6c6f" } as const;
const keys = (shown: { preview?: { remarks: { words: { key: string } }[] } | undefined }) =>
  shown.preview?.remarks.map(({ words }) => words.key);
const pair = `${own.toLowerCase()}:${QUEUE}`;

describe("a message", () => {
  it("is shown and signed without any node, and its signature is the answer", async () => {
    const world = createWorld();
    world.chain.unreachable = true;
    const { operations, shown } = await asked(world, message);
    expect(shown.preview).toMatchObject({ gasLimit: 0n, allowances: [], effects: [] });
    expect(shown.preview?.block).toBeUndefined();
    const done = await approve(operations, shown);
    expect(done.state).toBe("confirmed");
    expect(siteAnswer(done)).toBe(await wallet.signMessage("hello"));
    expect(world.finished.map(({ id, state }) => [id, state])).toEqual([[shown.id, "confirmed"]]);
  });
});

describe.each([
  ["message", message],
  ["permit", permitAsk(TOKEN, QUEUE, 50n)],
])("a %s whose worker ends anywhere on the way", (_, ask) => {
  it.each(["before", "after"] as const)(
    "%s a step took effect is asked for again, or done",
    async (effect) => {
      for (let at = 1, reached = true; reached && at < 60; at++) {
        const world = createWorld();
        const { shown } = await asked(world, ask);
        const ending = world.start({ at, effect });
        void approve(ending, shown).catch(() => undefined);
        for (let count = 0; count < 3; count++) await new Promise((resolve) => setImmediate(resolve));
        reached = world.calls >= at;
        const later = world.start();
        await later.resume();
        const found = await world.record(shown.id);
        expect(["planned", "confirmed"]).toContain(found.state);
        if (found.state === "confirmed") continue;
        const again = await later.handlers["operations.preview"]({ id: shown.id });
        expect((await approve(later, again)).state).toBe("confirmed");
      }
    },
  );
});

describe("a permit that a site asks for", () => {
  it("is an allowance: what stands now, what will, until when, against the balance", async () => {
    const world = createWorld();
    world.chain.ledger.allowances.set(pair, 7n);
    world.chain.ledger.tokens.set(own.toLowerCase(), 100n);
    const { operations, shown } = await asked(world, permitAsk(TOKEN, QUEUE, 50n));
    expect(shown.preview?.allowances).toMatchObject([
      {
        token: expect.stringMatching(new RegExp(TOKEN, "i")),
        symbol: "sPOND",
        form: "permit",
        before: 7n,
        after: 50n,
        balance: 100n,
        until: 1_800_000_000,
        spenderKind: "protocol",
      },
    ]);
    expect(shown.preview?.block?.number).toBe(100);
    expect(shown.leaseUntil).toBeDefined();
    const done = await approve(operations, shown);
    expect(done.state).toBe("confirmed");
    expect(siteAnswer(done)).toMatch(/^0x01/);
    expect(world.signatures).toHaveLength(1);
  });

  it("to a person's address is blocked, to a young contract told", async () => {
    const world = createWorld();
    expect((await asked(world, permitAsk(TOKEN, stranger, 5n))).shown.preview?.blocked?.code).toBe(
      "operation/spender-plain-account",
    );
    world.chain.head = 100_000;
    world.chain.contracts.set(stranger.toLowerCase(), 99_000);
    const young = await asked(world, permitAsk(TOKEN, stranger, 5n));
    expect(young.shown.preview?.allowances).toMatchObject([{ spenderKind: "contract", spenderIsNew: true }]);
    world.chain.contracts.set(stranger.toLowerCase(), 10);
    const old = await asked(world, permitAsk(TOKEN, stranger, 5n));
    expect(old.shown.preview?.allowances).toMatchObject([{ spenderIsNew: false }]);
    world.chain.archive = false;
    const untold = await asked(world, permitAsk(TOKEN, stranger, 5n));
    expect(untold.shown.preview?.allowances[0]?.spenderIsNew).toBeUndefined();
  });

  it("is not signed when the state it rests on changed; both are kept to be shown (fault 48)", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, permitAsk(TOKEN, QUEUE, 50n));
    world.chain.ledger.allowances.set(pair, 30_000n);
    await expect(approve(operations, shown)).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    expect(world.signatures).toEqual([]);
    const kept = await world.record(shown.id);
    expect(kept.before?.allowances).toMatchObject([{ before: 0n }]);
    expect(kept.preview?.allowances).toMatchObject([{ before: 30_000n }]);
    const done = await approve(operations, kept);
    expect([done.state, done.before]).toEqual(["confirmed", undefined]);
  });

  it("whose nonce was used meanwhile is told and not signed unseen", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, permitAsk(TOKEN, QUEUE, 50n));
    expect(keys(shown)).not.toContain("remark.permit-nonce");
    world.chain.ledger.permitNonce = 1n;
    await expect(approve(operations, shown)).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    expect(keys(await world.record(shown.id))).toContain("remark.permit-nonce");
  });

  it("is explained without a node too, as not checked (fault 50), and asked about again when one is back", async () => {
    const world = createWorld();
    world.chain.unreachable = true;
    const { operations, shown } = await asked(world, permitAsk(TOKEN, QUEUE, 50n));
    expect(shown.preview?.allowances).toMatchObject([{ symbol: "sPOND", form: "permit", after: 50n }]);
    expect(keys(shown)).toContain("remark.not-checked");
    expect([shown.preview?.block, shown.preview?.effects]).toEqual([undefined, undefined]);
    world.chain.unreachable = false;
    await expect(approve(operations, shown)).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
  });
});

it("typed data that is none is refused before it becomes an operation", async () => {
  const ask = { kind: "typed-data", from: own, json: '{"types":{}}' } as const;
  await expect(asked(createWorld(), ask)).rejects.toMatchObject({ code: "site/params-invalid" });
});
