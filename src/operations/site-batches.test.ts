import { describe, expect, it } from "vitest";
import type { Hex } from "../core/account/account.ts";
import { encodeApprove, encodeTransfer } from "../core/asset/erc20.ts";
import { siteAnswer } from "../core/operation/site-answer.ts";
import { approve, asked, siteOrigin, stranger } from "./testing/asked.ts";
import { QUEUE, redeemData, STAKE, TOKEN } from "./testing/ledger.ts";
import { createWorld, ETHER, own, type World } from "./testing/world.ts";

const call = (to: Hex, data: Hex, value = 0n) => ({ to, data, value });
const batch = (...calls: ReturnType<typeof call>[]) =>
  ({ kind: "calls", from: own, bundleId: "0xb1", calls }) as const;
const approveAndRedeem = batch(call(TOKEN, encodeApprove(QUEUE, 50n)), call(QUEUE, redeemData(50n)));

function withTokens(): World {
  const world = createWorld();
  world.chain.ledger.tokens.set(own.toLowerCase(), 1_000n);
  return world;
}

describe("a batch of calls (EIP-5792)", () => {
  it("is shown as a whole in one window and sent one after another", async () => {
    const world = withTokens();
    const { operations, shown } = await asked(world, approveAndRedeem);
    expect(shown.plan.steps.map(({ kind }) => kind)).toEqual(["approve", "call"]);
    expect(shown.preview?.effects?.map(({ change }) => change)).toEqual([-50n]);
    expect(siteAnswer(shown)).toBeUndefined();
    const sent = await approve(operations, shown);
    expect(siteAnswer(sent)).toEqual({ id: "0xb1" });
    expect(world.signed).toHaveLength(1);
    await world.settle(operations);
    const done = await operations.bundle(siteOrigin, "0xb1");
    expect(done?.state).toBe("confirmed");
    if (!done) throw new Error("no bundle");
    const receipts = await operations.receipts(done);
    expect(receipts.map((each) => each?.success)).toEqual([true, true]);
    expect(await operations.bundle("https://other.example", "0xb1")).toBeUndefined();
  });

  it("ends with the call that fails: the rest is not sent", async () => {
    const world = withTokens();
    const { operations, shown } = await asked(
      world,
      batch(call(TOKEN, encodeTransfer(stranger, 1_000n)), call(TOKEN, STAKE, ETHER)),
    );
    await approve(operations, shown);
    world.chain.ledger.tokens.set(own.toLowerCase(), 0n);
    await world.settle(operations);
    const failed = await world.record(shown.id);
    expect([failed.state, failed.steps[1]?.state]).toEqual(["failed", "waiting"]);
    expect(world.signed).toHaveLength(1);
    expect((await operations.receipts(failed)).map((each) => each?.success)).toEqual([false, undefined]);
  });

  it.each([
    ["brings something else", { rate: 50n }, "changed-since-preview"],
    ["fails by now", { stakingPaused: true }, "would-revert"],
  ])("stops before a later call that %s (fault 48)", async (_, change, code) => {
    const world = withTokens();
    const { operations, shown } = await asked(
      world,
      batch(call(TOKEN, encodeTransfer(stranger, 10n)), call(TOKEN, STAKE, ETHER)),
    );
    await approve(operations, shown);
    Object.assign(world.chain.ledger, change);
    await world.settle(operations);
    const left = await world.record(shown.id);
    expect([left.state, left.steps[0]?.state, left.error?.code]).toEqual([
      "planned",
      "confirmed",
      `operation/${code}`,
    ]);
    expect(world.signed).toHaveLength(1);
  });

  it("lets the person lower one approval of several, by its step", async () => {
    const world = withTokens();
    const { operations, shown } = await asked(
      world,
      batch(call(TOKEN, encodeApprove(QUEUE, 50n)), call(TOKEN, encodeApprove(stranger, 70n))),
    );
    const set = (amount: bigint, step?: number) =>
      operations.handlers["operations.setSpendLimit"]({
        id: shown.id,
        amount,
        ...(step === undefined ? {} : { step }),
      });
    await expect(set(5n)).rejects.toMatchObject({ code: "operation/state" });
    const limited = await set(5n, 1);
    expect(limited.plan.steps.map((step) => step.kind === "approve" && step.amount)).toEqual([50n, 5n]);
    expect(limited.preview?.allowances.map(({ after }) => after)).toEqual([50n, 5n]);
  });
});

describe("an end for what is granted", () => {
  const approval = { kind: "transaction", from: own, ...call(TOKEN, encodeApprove(QUEUE, 50n)) } as const;

  it("is set by the wallet, and changed by the person until it is approved", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, approval);
    expect(shown.leaseUntil).toBe(shown.createdAt + 7 * 86_400);
    const until = shown.createdAt + 3_600;
    const shorter = await operations.handlers["operations.setEnd"]({ id: shown.id, until });
    expect([shorter.leaseUntil, world.audits]).toEqual([until, expect.arrayContaining(["lease.set"])]);
    await expect(
      operations.handlers["operations.setEnd"]({ id: shown.id, until: shown.createdAt - 1 }),
    ).rejects.toMatchObject({ code: "message/invalid" });
    await approve(operations, shorter);
    await expect(operations.handlers["operations.setEnd"]({ id: shown.id, until })).rejects.toMatchObject({
      code: "operation/state",
    });
  });

  it("is none where nothing is granted", async () => {
    const world = createWorld();
    const stake = await asked(world, { ...approval, data: STAKE, value: ETHER });
    expect(stake.shown.leaseUntil).toBeUndefined();
    const ended = await asked(world, { ...approval, data: encodeApprove(QUEUE, 0n) });
    expect(ended.shown.leaseUntil).toBeUndefined();
  });
});

it("calls whose result hangs on gas, fee receiver or time are told to be uncertain (fault 49)", async () => {
  const world = withTokens();
  world.chain.tricks = true;
  const { shown } = await asked(world, approveAndRedeem);
  expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.result-uncertain");
});

it("without a node the calls' own words are shown, unchecked and not to be confirmed (fault 50)", async () => {
  const world = withTokens();
  world.chain.unreachable = true;
  const { operations, shown } = await asked(world, approveAndRedeem);
  expect(shown.preview?.allowances).toMatchObject([{ after: 50n, symbol: "sPOND", form: "approve" }]);
  expect(shown.preview?.effects).toBeUndefined();
  expect(shown.preview?.blocked?.code).toBe("chain/unreachable");
  expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.not-checked");
  await expect(approve(operations, shown)).rejects.toMatchObject({ code: "chain/unreachable" });
  world.chain.unreachable = false;
  const back = await operations.handlers["operations.preview"]({ id: shown.id });
  expect(back.preview?.blocked).toBeUndefined();
  expect((await approve(operations, back)).state).toBe("running");
});
