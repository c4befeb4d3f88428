import { Wallet } from "ethers/wallet";
import { describe, expect, it } from "vitest";
import type { Hex } from "../core/account/account.ts";
import type { Operation } from "../core/operation/operation.ts";
import { toWire } from "../core/wire/wire.ts";
import { TOKEN } from "./testing/ledger.ts";
import { approval, createWorld, ETHER, own, type World, wallet } from "./testing/world.ts";

// storage.local can be written by whoever has the disk, and in Firefox by a page's process that was taken over.

const stake = { kind: "stake", protocol: "pond", amount: 2n * ETHER, receive: TOKEN } as const;
const redeem = {
  kind: "redeem",
  protocol: "pond",
  amount: ETHER,
  token: TOKEN,
  approval: "approve",
} as const;
const thief = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

const write = (world: World, operation: Operation): void =>
  void world.values.set(`operation:${operation.id}`, toWire(operation));

/** The plan's one call turned into a transfer of everything to somebody else. */
function stolen(operation: Operation): Operation {
  const steps = operation.plan.steps.map((step) =>
    step.kind === "call" ? { ...step, to: thief as Hex, data: "0x" as Hex, value: 50n * ETHER } : step,
  );
  return { ...operation, plan: { ...operation.plan, steps } };
}

describe("a record that somebody else wrote", () => {
  it("as running, with its step still to do, is not signed but asks", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    write(world, { ...stolen(planned), state: "running" });
    const operations = world.start();
    await operations.resume();
    await world.settle(operations);
    expect(world.signed).toEqual([]);
    expect((await world.record(planned.id)).state).toBe("planned");
  });

  it("as planned is planned anew from its intent and shown again before it can be approved", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const forged = stolen(planned);
    write(world, forged);
    const operations = world.start();
    await expect(operations.handlers["operations.approve"](approval(forged))).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    expect(world.signed).toEqual([]);
    const anew = await world.record(planned.id);
    expect(anew.plan).toEqual(planned.plan);
    await operations.handlers["operations.approve"](approval(anew));
    expect(world.signed.map(({ value }) => value)).toEqual([2n * ETHER]);
  });

  it("as a finished one set back to its beginning is not signed a second time", async () => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned));
    await world.settle(operations);
    const done = await world.record(planned.id);
    write(world, { ...done, state: "running", steps: [{ state: "waiting", attempts: [] }] });
    await world.settle(operations);
    expect(world.signed.length).toBe(1);
    expect((await world.record(planned.id)).state).toBe("planned");
  });

  it("with other fees than the approved ones is not signed", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const planned = await world.planned(redeem);
    const operations = world.start();
    const sent = await operations.handlers["operations.approve"](approval(planned));
    const dear = { maxFeePerGas: 10n ** 15n, maxPriorityFeePerGas: 10n ** 15n };
    if (!sent.preview?.fees) throw new Error("no preview");
    write(world, { ...sent, preview: { ...sent.preview, fees: { ...sent.preview.fees, normal: dear } } });
    await world.settle(operations);
    expect(world.signed.length).toBe(1);
    expect((await world.record(planned.id)).error?.code).toBe("operation/not-approved");
  });

  it.each([
    ["that another key signed", new Wallet(`0x${"46".repeat(32)}`), 1, 0],
    ["that the account signed for another place", wallet, 1, 7],
    ["that the account signed for another network", wallet, 17, 0],
  ])("with bytes %s is no pattern for a faster one", async (_, signer, chainId, nonce) => {
    const world = createWorld();
    const planned = await world.planned(stake);
    const operations = world.start();
    const sent = await operations.handlers["operations.approve"](approval(planned));
    const raw = (await signer.signTransaction({
      type: 2,
      chainId,
      nonce,
      to: thief,
      value: 50n * ETHER,
      gasLimit: 21_000n,
      maxFeePerGas: 10n ** 9n,
      maxPriorityFeePerGas: 1n,
    })) as Hex;
    const steps = sent.steps.map((step) => ({
      ...step,
      attempts: step.attempts.map((one) => ({ ...one, raw })),
    }));
    write(world, { ...sent, steps });
    await expect(operations.handlers["operations.speedUp"]({ id: planned.id })).rejects.toMatchObject({
      code: "operation/not-approved",
    });
    expect(world.signed.length).toBe(1);
  });

  it.each(["operations.speedUp", "operations.cancel"] as const)(
    "in the name of another account, with what that one signed, has this account sign nothing: %s",
    async (command) => {
      const world = createWorld();
      const planned = await world.planned(stake);
      const operations = world.start();
      const sent = await operations.handlers["operations.approve"](approval(planned));
      const other = new Wallet(`0x${"46".repeat(32)}`);
      const raw = (await other.signTransaction({
        type: 2,
        chainId: 1,
        nonce: sent.steps[0]?.attempts[0]?.nonce ?? 0,
        to: thief,
        value: 50n * ETHER,
        gasLimit: 21_000n,
        maxFeePerGas: 10n ** 9n,
        maxPriorityFeePerGas: 1n,
      })) as Hex;
      const steps = sent.steps.map((step) => ({
        ...step,
        attempts: step.attempts.map((one) => ({ ...one, raw })),
      }));
      write(world, { ...sent, account: other.address as Hex, steps });
      await expect(operations.handlers[command]({ id: planned.id })).rejects.toMatchObject({
        code: "operation/not-approved",
      });
      expect(world.signed.length).toBe(1);
    },
  );
});

describe("an approval", () => {
  it("holds for the steps that follow, also in a worker started anew", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const planned = await world.planned(redeem);
    await world.start().handlers["operations.approve"](approval(planned));
    const restarted = world.start();
    await restarted.resume();
    await world.settle(restarted);
    expect((await world.record(planned.id)).state).toBe("confirmed");
    expect(world.signed.length).toBe(2);
  });

  it("ends with the browser's session: what is left of the plan is not signed, what was done stays done", async () => {
    const world = createWorld();
    world.chain.ledger.tokens.set(own.toLowerCase(), 3n * ETHER);
    const planned = await world.planned(redeem);
    await world.start().handlers["operations.approve"](approval(planned));
    world.sessionValues.clear();
    const later = world.start();
    await later.resume();
    await world.settle(later);
    expect(world.signed.length).toBe(1);
    const left = await world.record(planned.id);
    expect([left.state, left.steps[0]?.state]).toEqual(["planned", "confirmed"]);
    const shown = await later.handlers["operations.preview"]({ id: planned.id });
    await expect(later.handlers["operations.approve"](approval(shown))).rejects.toMatchObject({
      code: "operation/approved-earlier",
    });
  });
});
