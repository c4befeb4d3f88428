import { Transaction } from "ethers/transaction";
import { describe, expect, it } from "vitest";
import { QUEUE, TOKEN } from "./testing/ledger.ts";
import { approval, createWorld, ETHER, own, type World } from "./testing/world.ts";

const stake = { kind: "stake", protocol: "pond", amount: 2n * ETHER, receive: TOKEN } as const;

async function sent(world: World) {
  const operations = world.start();
  const operation = await operations.handlers["operations.approve"](approval(await world.planned(stake)));
  return { operations, id: operation.id };
}

const staked = (world: World) => world.chain.ledger.tokens.get(own.toLowerCase()) ?? 0n;

describe("a plan", () => {
  it("whose account is removed half-way ends, and says so", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const redeem = { kind: "redeem", protocol: "pond", amount: ETHER, token: TOKEN } as const;
    const planned = await world.planned({ ...redeem, approval: "approve" });
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned));
    world.removed = true;
    await world.settle(operations);
    const { state, error, steps } = await world.record(planned.id);
    expect([state, error?.code]).toEqual(["failed", "account/unknown"]);
    expect(steps.map((step) => step.state)).toEqual(["confirmed", "waiting"]);
    expect(await operations.pendingCount()).toBe(0);
    expect(world.chain.sent.length).toBe(1);
  });
});

describe("a signed transaction", () => {
  it("that reverts: failed with the contract's reason, the fee spent", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.ledger.stakingPaused = true;
    await world.settle(operations);
    const record = await world.record(id);
    expect([record.state, record.error]).toEqual([
      "failed",
      { code: "operation/reverted", params: { reason: "STAKING_PAUSED" } },
    ]);
    expect(record.steps[0]?.gasUsedWei).toBe(50_000n * world.chain.baseFee);
    expect(await operations.pendingCount()).toBe(0);
  });

  it("whose permit somebody used first: failed with the reason, and asked for anew it needs no permit", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const redeem = {
      kind: "redeem",
      protocol: "pond",
      amount: ETHER,
      token: TOKEN,
      approval: "permit",
    } as const;
    const planned = await world.planned(redeem);
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned));
    world.chain.ledger.permitNonce += 1n;
    world.chain.ledger.allowances.set(`${own.toLowerCase()}:${QUEUE}`, ETHER);
    await world.settle(operations);
    expect((await world.record(planned.id)).error).toEqual({
      code: "operation/reverted",
      params: { reason: "INVALID_SIGNATURE" },
    });
    const again = await world.planned(redeem);
    expect(again.plan.steps.map(({ kind }) => kind)).toEqual(["call"]);
    await operations.handlers["operations.approve"](approval(again));
    await world.settle(operations);
    expect((await world.record(again.id)).state).toBe("confirmed");
  });

  it("whose block is taken back goes out again in the same bytes and is confirmed anew", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.mine();
    await operations.tick();
    expect((await world.record(id)).state).toBe("confirmed");
    world.chain.reorg(1, false);
    await operations.tick();
    const back = await world.record(id);
    expect([back.state, back.steps[0]?.state, back.steps[0]?.confirmedHash]).toEqual([
      "running",
      "broadcast",
      undefined,
    ]);
    expect(new Set(world.chain.sent).size).toBe(1);
    expect(world.chain.sent.length).toBe(2);
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("confirmed");
    expect(staked(world)).toBe(2n * ETHER);
  });

  it("that a reorg moves to another block is watched from there", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.mine();
    await operations.tick();
    world.chain.reorg(1);
    world.chain.mine(2);
    await operations.tick();
    const record = await world.record(id);
    expect(record.state).toBe("confirmed");
    await world.settle(operations);
    expect(await operations.pendingCount()).toBe(0);
  });

  it("that the nodes forgot is sent again, the same bytes", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.forgetMempool();
    await operations.tick();
    expect(world.chain.sent).toHaveLength(2);
    expect(new Set(world.chain.sent).size).toBe(1);
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("confirmed");
  });

  it("that every node refuses counts as dropped, and can be taken up again at the same nonce", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.forgetMempool();
    world.chain.refuse = "underpriced";
    for (let look = 0; look < 3; look++) await world.start().tick();
    const dropped = await world.record(id);
    expect([dropped.state, dropped.error?.code]).toEqual(["failed", "operation/dropped"]);
    world.chain.refuse = undefined;
    await operations.handlers["operations.speedUp"]({ id });
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("confirmed");
    expect(world.signed.map(({ nonce }) => nonce)).toEqual([0, 0]);
  });

  it("that was dropped leaves its nonce to the next operation, so that only one can land", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.forgetMempool();
    world.chain.refuse = "underpriced";
    for (let look = 0; look < 3; look++) await operations.tick();
    world.chain.refuse = undefined;
    const next = await world.planned(stake);
    await operations.handlers["operations.approve"](approval(next));
    expect(world.signed.map(({ nonce }) => nonce)).toEqual([0, 0]);
    await world.settle(operations);
    expect((await world.record(next.id)).state).toBe("confirmed");
    expect((await world.record(id)).state).toBe(
      (await world.record(next.id)).steps[0]?.attempts[0]?.hash ===
        (await world.record(id)).steps[0]?.attempts[0]?.hash
        ? "confirmed"
        : "failed",
    );
    expect(staked(world)).toBe(2n * ETHER);
  });

  it("whose nonce another wallet used is replaced, but only after a second look", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.forgetMempool();
    world.chain.useNonce(own);
    await operations.tick();
    expect((await world.record(id)).state).toBe("running");
    world.chain.time += 60;
    await operations.tick();
    const record = await world.record(id);
    expect([record.state, record.error?.code]).toEqual(["failed", "operation/replaced"]);
    expect(await operations.pendingCount()).toBe(0);
  });

  it("survives a network that is gone for a while", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    const broadcast = world.chain.access.broadcast;
    world.chain.access.broadcast = async (raw) => {
      world.chain.unreachable = true;
      return broadcast(raw);
    };
    const kept = await operations.handlers["operations.approve"](approval(planned));
    expect([kept.state, kept.steps[0]?.state, kept.error?.code]).toEqual([
      "running",
      "signed",
      "chain/unreachable",
    ]);
    await operations.tick();
    world.chain.unreachable = false;
    world.chain.access.broadcast = broadcast;
    await world.settle(operations);
    const record = await world.record(planned.id);
    expect([record.state, record.error]).toEqual(["confirmed", undefined]);
    expect(world.signed).toHaveLength(1);
  });
});

describe("speeding up and cancelling", () => {
  it("keeps call and nonce and raises both fees by an eighth at least", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    const faster = await operations.handlers["operations.speedUp"]({ id });
    const [first, second] = faster.steps[0]?.attempts ?? [];
    expect(second?.purpose).toBe("speed-up");
    expect(second?.nonce).toBe(first?.nonce);
    const before = Transaction.from(first?.raw ?? "");
    const after = Transaction.from(second?.raw ?? "");
    expect([after.to, after.data, after.value, after.gasLimit]).toEqual([
      before.to,
      before.data,
      before.value,
      before.gasLimit,
    ]);
    expect((second?.fee.maxFeePerGas ?? 0n) * 8n >= (first?.fee.maxFeePerGas ?? 0n) * 9n).toBe(true);
    await world.settle(operations);
    expect((await world.record(id)).steps[0]?.confirmedHash).toBe(second?.hash);
    expect(staked(world)).toBe(2n * ETHER);
  });

  it("cancels when the empty transaction lands", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    await operations.handlers["operations.cancel"]({ id });
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("cancelled");
    expect(staked(world)).toBe(0n);
    expect(await operations.pendingCount()).toBe(0);
  });

  it("is confirmed when the original lands all the same", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    const cancelling = await operations.handlers["operations.cancel"]({ id });
    world.chain.mempool.delete(cancelling.steps[0]?.attempts[1]?.hash ?? "");
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("confirmed");
    expect(staked(world)).toBe(2n * ETHER);
  });

  it("a replacement that no node takes does not make the waiting original count as dropped", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.refuse = "underpriced";
    await expect(operations.handlers["operations.speedUp"]({ id })).rejects.toMatchObject({
      code: "chain/rpc",
    });
    for (let look = 0; look < 5; look++) await operations.tick();
    expect((await world.record(id)).state).toBe("running");
    await world.settle(operations);
    const done = await world.record(id);
    expect([done.state, done.steps[0]?.confirmedHash]).toEqual([
      "confirmed",
      done.steps[0]?.attempts[0]?.hash,
    ]);
  });

  it("refuses when nothing waits any more", async () => {
    const world = createWorld();
    const { operations, id } = await sent(world);
    world.chain.mine();
    for (const command of ["operations.speedUp", "operations.cancel"] as const) {
      await expect(operations.handlers[command]({ id })).rejects.toMatchObject({
        code: "operation/nothing-to-replace",
      });
    }
    expect(world.signed).toHaveLength(1);
  });
});

describe("records", () => {
  it("that are damaged stop nobody", async () => {
    const world = createWorld();
    const { id } = await sent(world);
    world.values.set("operation:broken", { id: "broken", state: "running" });
    const operations = world.start();
    await operations.resume();
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("confirmed");
    expect(world.values.has("operation:broken")).toBe(true);
    await expect(operations.handlers["operations.preview"]({ id: "broken" })).rejects.toMatchObject({
      code: "storage/damaged",
    });
  });

  it("that are finished and a year old go, those under way stay", async () => {
    const world = createWorld();
    const old = await world.planned(stake);
    const { id: waiting } = await sent(world);
    world.chain.time += 366 * 24 * 3600;
    await world.planned(stake);
    // Pruning goes on behind the plan.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(world.values.has(`operation:${old.id}`)).toBe(false);
    expect(world.values.has(`operation:${waiting}`)).toBe(true);
  });
});
