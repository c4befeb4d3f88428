import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../core/account/account.ts";
import { encodeApprove, encodeIncreaseAllowance, encodeTransfer } from "../core/asset/erc20.ts";
import { QUEUE, STAKE, TOKEN } from "./testing/ledger.ts";
import { account, approval, createWorld, ETHER, own, type World } from "./testing/world.ts";

const origin = "https://site.example";
const stranger: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
let requests = 0;

async function asked(world: World, to: Address | undefined, data: Hex, value = 0n) {
  const operations = world.start();
  const planned = await operations.planForSite({
    origin,
    requestId: `request-${++requests}`,
    chainId: 1,
    account,
    ask: { kind: "transaction", from: own, to, data, value },
  });
  return { operations, shown: await operations.handlers["operations.preview"]({ id: planned.id }) };
}
const keys = (shown: { preview?: { remarks: { words: { key: string } }[] } | undefined }) =>
  shown.preview?.remarks.map(({ words }) => words.key);

describe("what a site asks for", () => {
  it("an unlimited approval is shown as one, and its limit can be set to nothing but what the user wants", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, TOKEN, encodeApprove(QUEUE, 2n ** 256n - 1n));
    expect(shown.plan.steps[0]).toMatchObject({ kind: "approve", words: { key: "step.approve-unlimited" } });
    expect(keys(shown)).toEqual(["remark.unlimited-amount"]);
    const limited = await operations.handlers["operations.setSpendLimit"]({ id: shown.id, amount: 5n });
    expect(limited.preview?.allowances).toMatchObject([
      { token: TOKEN, spender: QUEUE, before: 0n, after: 5n },
    ]);
    await operations.handlers["operations.approve"](approval(limited));
    expect(world.finished.map(({ id, state }) => [id, state])).toEqual([[shown.id, "running"]]);
    await world.settle(operations);
    expect(world.chain.ledger.allowances.get(`${own.toLowerCase()}:${QUEUE}`)).toBe(5n);
  });

  it("an increase is shown by what may be taken in the end, and limited by that too", async () => {
    const world = createWorld();
    world.chain.ledger.allowances.set(`${own.toLowerCase()}:${QUEUE}`, 100n);
    const { operations, shown } = await asked(world, TOKEN, encodeIncreaseAllowance(QUEUE, 900n));
    expect(shown.preview?.allowances).toMatchObject([{ before: 100n, after: 1_000n }]);
    const set = (amount: bigint) => operations.handlers["operations.setSpendLimit"]({ id: shown.id, amount });
    expect((await set(150n)).intent).toMatchObject({ data: encodeIncreaseAllowance(QUEUE, 50n) });
    const lowered = await set(30n);
    expect(lowered.intent).toMatchObject({ data: encodeApprove(QUEUE, 30n) });
    expect(lowered.preview?.allowances).toMatchObject([{ before: 100n, after: 30n }]);
  });

  it("an approval of a person's address is blocked", async () => {
    const { operations, shown } = await asked(createWorld(), TOKEN, encodeApprove(stranger, 5n));
    expect(shown.preview?.blocked?.code).toBe("operation/spender-plain-account");
    await expect(operations.handlers["operations.approve"](approval(shown))).rejects.toMatchObject({
      code: "operation/spender-plain-account",
    });
  });

  it("a call is shown by what it changes, and named by the protocol it goes to", async () => {
    const { shown } = await asked(createWorld(), TOKEN, STAKE, ETHER);
    expect(shown.plan.steps[0]?.words).toMatchObject({
      key: "step.protocol-call",
      params: { protocol: "Pond", role: "token", value: "1" },
    });
    expect(shown.preview?.effects?.map(({ change }) => change)).toEqual([-ETHER, ETHER]);
  });

  it("a transfer names its recipient, and tokens never go to a token's contract", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), ETHER);
    const { shown } = await asked(world, TOKEN, encodeTransfer(stranger, 5n));
    expect(shown.plan.steps[0]?.words).toMatchObject({ key: "step.send", params: { to: stranger } });
    expect(keys(shown)).toEqual(["remark.first-recipient"]);
    const lost = await asked(world, TOKEN, encodeTransfer(TOKEN, 5n));
    expect(lost.shown.preview?.blocked?.code).toBe("operation/recipient-token-contract");
  });

  it("a contract is created as what it is, and nothing out of nothing", async () => {
    const { shown } = await asked(createWorld(), undefined, "0x6000");
    expect(shown.plan.steps[0]?.words.key).toBe("step.deploy");
    await expect(asked(createWorld(), undefined, "0x")).rejects.toMatchObject({
      code: "site/params-invalid",
    });
  });

  it("a rejection is told at once, an answered request again after a restart", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, TOKEN, STAKE, ETHER);
    await operations.handlers["operations.reject"]({ id: shown.id });
    expect(world.finished.map(({ state }) => state)).toEqual(["rejected"]);
    const second = await asked(world, TOKEN, STAKE, ETHER);
    await second.operations.handlers["operations.approve"](approval(second.shown));
    world.finished.length = 0;
    await world.start().resume();
    expect(world.finished.map(({ id }) => id)).toContain(second.shown.id);
  });

  it("a node that cannot simulate is said to be one; the allowance is still shown from the call", async () => {
    const world = createWorld();
    world.chain.simulates = false;
    const { shown } = await asked(world, TOKEN, encodeApprove(QUEUE, 5n));
    expect(shown.preview?.effects).toBeUndefined();
    expect(shown.preview?.allowances).toMatchObject([{ before: 0n, after: 5n }]);
    expect(keys(shown)).toContain("remark.simulation-unavailable");
  });
});
