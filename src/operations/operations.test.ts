import { describe, expect, it } from "vitest";
import { QUEUE, TOKEN } from "./testing/ledger.ts";
import { approval, createWorld, ETHER, own } from "./testing/world.ts";

const stake = { kind: "stake", protocol: "pond", amount: 2n * ETHER, receive: TOKEN } as const;
const redeem = (way: "permit" | "approve") =>
  ({ kind: "redeem", protocol: "pond", amount: ETHER, token: TOKEN, approval: way }) as const;
const other = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("from an intent to a confirmed transaction", () => {
  it("stakes: planned, previewed, approved, broadcast, confirmed", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    expect(planned.state).toBe("planned");
    expect(planned.preview?.blocked).toBeUndefined();
    expect(planned.preview?.effects?.map(({ asset, change }) => [asset.symbol, change])).toEqual([
      ["ETH", -2n * ETHER],
      ["sPOND", 2n * ETHER],
    ]);
    const operations = world.start();
    const sent = await operations.handlers["operations.approve"](approval(planned));
    expect(sent.state).toBe("running");
    expect(sent.steps[0]?.state).toBe("broadcast");
    expect(await operations.pendingCount()).toBe(1);
    world.chain.mine();
    await operations.tick();
    expect((await world.record(planned.id)).state).toBe("confirmed");
    expect(await operations.pendingCount()).toBe(1);
    await world.settle(operations);
    expect(await operations.pendingCount()).toBe(0);
    expect(world.chain.ledger.tokens.get(own.toLowerCase())).toBe(2n * ETHER);
    expect(world.settled).toEqual([1]);
    expect(world.chain.sent.length).toBe(1);
  });

  it("redeems by approval in two transactions, the second after the first is mined", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const planned = await world.planned(redeem("approve"));
    expect(planned.preview?.effects?.map(({ change }) => change)).toEqual([-ETHER]);
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned));
    await operations.tick();
    expect(world.signed.length).toBe(1);
    await world.settle(operations);
    expect((await world.record(planned.id)).state).toBe("confirmed");
    expect(world.signed.map(({ nonce }) => nonce)).toEqual([0, 1]);
    expect(world.chain.ledger.tokens.get(own.toLowerCase())).toBe(2n * ETHER);
  });

  it("redeems by permit in one transaction and says that an approval stood in for it", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const planned = await world.planned(redeem("permit"));
    expect(planned.preview?.effects?.map(({ change }) => change)).toEqual([-ETHER]);
    expect(planned.preview?.remarks.map(({ words }) => words.key)).toContain("remark.permit-as-approval");
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned));
    await world.settle(operations);
    const done = await world.record(planned.id);
    expect(done.state).toBe("confirmed");
    expect(done.steps[0]?.signature?.v).toBe(27);
    expect(world.signed.length).toBe(1);
  });

  it("falls back to the plain call when somebody handed the permit in first", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const planned = await world.planned(redeem("permit"));
    const operations = world.start();
    // The signature leaves with the first broadcast at the latest; here it is used right after it was made.
    const simulate = world.chain.access.simulate;
    let permitSeen = false;
    world.chain.access.simulate = (input) => {
      if (input.calls.some((call) => call.data.startsWith("0x7e7e7e7f")) && !permitSeen) {
        permitSeen = true;
        world.chain.ledger.permitNonce += 1n;
        world.chain.ledger.allowances.set(`${own.toLowerCase()}:${QUEUE}`, ETHER);
      }
      return simulate(input);
    };
    await operations.handlers["operations.approve"](approval(planned));
    await world.settle(operations);
    expect(permitSeen).toBe(true);
    const done = await world.record(planned.id);
    expect(done.state).toBe("confirmed");
    expect(done.plan.steps.map(({ kind }) => kind)).toEqual(["call"]);
    expect(world.chain.ledger.tokens.get(own.toLowerCase())).toBe(2n * ETHER);
  });

  it("gives two operations approved at once consecutive nonces", async () => {
    const world = createWorld();
    const [first, second] = [await world.planned(stake), await world.planned(stake)];
    const operations = world.start();
    await Promise.all([
      operations.handlers["operations.approve"](approval(first)),
      operations.handlers["operations.approve"](approval(second)),
    ]);
    expect(world.signed.map(({ nonce }) => nonce).sort()).toEqual([0, 1]);
    await world.settle(operations);
    expect(world.chain.ledger.tokens.get(own.toLowerCase())).toBe(4n * ETHER);
  });

  it("sends all there is: the native balance less the fee at its highest level", async () => {
    const world = createWorld();
    const planned = await world.planned({
      kind: "send",
      assetId: "native",
      to: other,
      amount: 0n,
      max: true,
    });
    expect(planned.preview?.blocked).toBeUndefined();
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned, "fast"));
    await world.settle(operations);
    expect((await world.record(planned.id)).state).toBe("confirmed");
    const fast = planned.preview?.fees?.fast.maxFeePerGas ?? 0n;
    expect(world.chain.ledger.native.get(other.toLowerCase())).toBe(100n * ETHER - 50_000n * fast);
  });
});

describe("what stops it before anything is signed", () => {
  it("rejection", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    await operations.handlers["operations.reject"]({ id: planned.id });
    const record = await world.record(planned.id);
    expect([record.state, record.error?.code]).toEqual(["rejected", "operation/rejected-by-user"]);
    await expect(operations.handlers["operations.approve"](approval(planned))).rejects.toMatchObject({
      code: "operation/state",
    });
    expect(world.signed).toEqual([]);
  });

  it("another preview than the one seen", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    world.chain.time += 5;
    await operations.handlers["operations.preview"]({ id: planned.id });
    await expect(operations.handlers["operations.approve"](approval(planned))).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
  });

  it("other effects than shown: the new preview is stored, the next approval takes it", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    const simulate = world.chain.access.simulate;
    world.chain.access.simulate = async (input) => {
      const result = await simulate(input);
      const tenth = new Map(
        [...(result.after ?? [])].map(([key]) => [key, `0x${"1".padStart(64, "0")}`] as const),
      );
      return { ...result, after: tenth };
    };
    await expect(operations.handlers["operations.approve"](approval(planned))).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    expect(world.signed).toEqual([]);
    const renewed = await world.record(planned.id);
    expect(renewed.state).toBe("planned");
    expect(renewed.preview?.madeAt).not.toBe(planned.preview?.madeAt);
    const sent = await operations.handlers["operations.approve"](approval(renewed));
    expect(sent.state).toBe("running");
  });

  it("a base fee above the fee shown", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    world.chain.baseFee *= 10n;
    await expect(world.start().handlers["operations.approve"](approval(planned))).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    expect(world.signed).toEqual([]);
  });

  it("a contract that refuses, too little ether, two nodes that disagree", async () => {
    const world = createWorld();
    world.chain.ledger.stakingPaused = true;
    const paused = await world.planned(stake);
    expect(paused.preview?.blocked).toEqual({
      code: "operation/would-revert",
      params: { reason: "STAKING_PAUSED" },
    });
    await expect(world.start().handlers["operations.approve"](approval(paused))).rejects.toMatchObject({
      code: "operation/would-revert",
    });
    world.chain.ledger.stakingPaused = false;
    expect((await world.planned({ ...stake, amount: 101n * ETHER })).preview?.blocked).toEqual({
      code: "operation/insufficient-balance",
      params: { missing: "1", unit: "ETH" },
    });
    expect((await world.planned({ ...stake, amount: 100n * ETHER })).preview?.blocked).toEqual({
      code: "operation/insufficient-gas",
      params: { missing: "0.00011", unit: "ETH" },
    });
    world.opinion = "disagreed";
    expect((await world.planned(stake)).preview?.blocked?.code).toBe("operation/rate-disagrees");
    expect(world.signed).toEqual([]);
  });

  it("a locked vault: asks again after unlocking, with the same preview", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    world.locked = true;
    await expect(operations.handlers["operations.approve"](approval(planned))).rejects.toMatchObject({
      code: "vault/locked",
    });
    const record = await world.record(planned.id);
    expect([record.state, record.error?.code]).toEqual(["planned", "vault/locked"]);
    world.locked = false;
    expect((await operations.handlers["operations.approve"](approval(record))).state).toBe("running");
  });

  it("a recipient that is nobody, a token's contract, or misspelt", async () => {
    const world = createWorld();
    const send = (to: string) =>
      world.planned({ kind: "send", assetId: TOKEN, to: to as `0x${string}`, amount: 1n, max: false });
    await expect(send(`0x${"0".repeat(40)}`)).rejects.toMatchObject({ code: "account/address-zero" });
    await expect(send(TOKEN)).rejects.toMatchObject({ code: "operation/recipient-token-contract" });
    await expect(send(other.replace("C5", "c5"))).rejects.toMatchObject({ code: "account/address-checksum" });
    await expect(send(other)).rejects.toMatchObject({ code: "operation/insufficient-balance" });
  });
});
