import { describe, expect, it } from "vitest";
import { encodeApprove } from "../core/asset/erc20.ts";
import { WeirError } from "../core/errors/index.ts";
import { approve, asked } from "./testing/asked.ts";
import { QUEUE, STAKE, TOKEN } from "./testing/ledger.ts";
import { createWorld, ETHER, own, type World } from "./testing/world.ts";

const stake = { kind: "transaction", from: own, to: TOKEN, data: STAKE, value: ETHER } as const;
const grant = {
  kind: "transaction",
  from: own,
  to: TOKEN,
  data: encodeApprove(QUEUE, 5n),
  value: 0n,
} as const;
const signedIn = (world: World) => [...world.signatures, ...world.signed, ...world.chain.sent];

describe("43: a node that serves another chain", () => {
  const wrong = new WeirError("chain/wrong-chain", { endpoint: "small", expected: 1, actual: 5 });

  it("when something is asked: it is shown as not checked, and nothing is signed", async () => {
    const world = createWorld();
    world.chain.access.readMany = () => Promise.reject(wrong);
    world.chain.access.simulate = () => Promise.reject(wrong);
    const { operations, shown } = await asked(world, stake);
    expect(shown.preview?.effects).toBeUndefined();
    expect(shown.preview?.blocked?.code).toBe("chain/wrong-chain");
    await expect(approve(operations, shown)).rejects.toMatchObject({ code: "chain/wrong-chain" });
    expect(signedIn(world)).toEqual([]);
  });

  it("from the preview on: nothing is signed at the person's yes", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, stake);
    const { simulate } = world.chain.access;
    world.chain.access.simulate = () => Promise.reject(wrong);
    await expect(approve(operations, shown)).rejects.toMatchObject({ code: "chain/wrong-chain" });
    expect(signedIn(world)).toEqual([]);
    world.chain.access.simulate = simulate;
    const again = await operations.handlers["operations.preview"]({ id: shown.id });
    expect((await approve(operations, again)).state).toBe("running");
  });
});

describe("46: a fee that nobody can mean", () => {
  it("by a base fee a thousand times higher is shown and blocked, and not signed", async () => {
    const world = createWorld();
    world.chain.baseFee = 20_000n * 10n ** 9n;
    const { operations, shown } = await asked(world, grant);
    expect(shown.preview?.blocked?.code).toMatch(/^operation\/(fee-implausible|insufficient-gas)$/);
    expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.fee-implausible");
    await expect(approve(operations, shown)).rejects.toBeDefined();
    expect(signedIn(world)).toEqual([]);
  });
});

describe("48: a result that is another one at the yes", () => {
  it("is not signed; both are kept, and the next yes is for what is shown then", async () => {
    const world = createWorld();
    const { operations, shown } = await asked(world, stake);
    world.chain.ledger.rate = 50n;
    world.chain.mine();
    await expect(approve(operations, shown)).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    expect(signedIn(world)).toEqual([]);
    const kept = await world.record(shown.id);
    const gains = (effects = kept.preview?.effects) => effects?.map(({ change }) => change);
    expect(gains(kept.before?.effects)).toEqual(gains(shown.preview?.effects));
    expect(gains()).not.toEqual(gains(shown.preview?.effects));
    expect((await approve(operations, kept)).state).toBe("running");
  });
});
