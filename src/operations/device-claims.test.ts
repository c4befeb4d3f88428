import { Transaction } from "ethers/transaction";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../core/account/account.ts";
import type { Read } from "../core/staking/protocol.ts";
import { abiOf } from "../protocols/lido/abi.ts";
import { queueAddress } from "../protocols/lido/facts.ts";
import { answersIn, open, type Request, account as staker } from "../protocols/lido/fixture.ts";
import { protocol as lido } from "../protocols/lido/index.ts";
import { createDeviceWorld } from "./testing/device-world.ts";
import { approval, createWorld, ETHER, own, type World } from "./testing/world.ts";

const queue = abiOf("queue");
const ids = ["71", "72", "75", "80", "81"];
const requests = ids.map((id): Request => {
  return { id: BigInt(id), amount: 2n * ETHER, owner: staker, finalized: true, claimed: false };
});
/** The hint that the queue finds for a request. */
const hintFor = (id: bigint): bigint => id + 1_000n;
const swapped = (hex: Hex, from: Address, to: Address): Hex =>
  hex.toLowerCase().replaceAll(from.slice(2).toLowerCase(), to.slice(2).toLowerCase()) as Hex;

/** Lets the small chain answer for Lido's contracts, with five requests of the account's to claim. */
function withQueue(world: World): World {
  const { readMany } = world.chain.access;
  const answer = (read: Read): Hex | undefined => {
    if (read.to === queueAddress) {
      const call = queue.parseTransaction({ data: read.data });
      if (call?.name === "findCheckpointHints") {
        return queue.encodeFunctionResult(call.name, [[hintFor(call.args[0][0])]]) as Hex;
      }
    }
    const asked = { ...read, data: swapped(read.data, own, staker) };
    const found = answersIn({ ...open, requests }, [asked]).get(read.key);
    return found && swapped(found, staker, own);
  };
  world.chain.access.readMany = async (input) => {
    const read = await readMany(input);
    const answers = new Map(read?.answers);
    for (const each of input.reads) {
      const found = answer(each);
      if (found !== undefined) answers.set(each.key, found);
    }
    return read && { ...read, answers };
  };
  return world;
}

const claimAll = { kind: "claim", protocol: "lido", ids } as const;

/** What each transaction on the chain claimed, and with which hints. */
function claimed({ chain }: World): [string[], string[]][] {
  return [...new Set(chain.sent)].map((raw) => {
    const { to, data } = Transaction.from(raw);
    expect(to).toBe(queueAddress);
    const [claims, hints] = queue.decodeFunctionData("claimWithdrawals", data);
    return [[...claims].map(String), [...hints].map(String)];
  });
}

const pair = (...of: string[]): [string[], string[]] => [of, of.map((id) => String(hintFor(BigInt(id))))];

describe("54: a claim of more than a device takes at a time", () => {
  it("comes in transactions of two, each signed and followed on its own", async () => {
    const { world, page, mined } = createDeviceWorld({ protocols: [lido] });
    const planned = await withQueue(world).planned(claimAll);
    expect(planned.plan.steps.map(({ words }) => words.params.requests)).toEqual([2, 2, 1]);
    const operations = world.start();
    const approved = operations.handlers["operations.approve"](approval(planned));
    await page.sign();
    await approved;
    for (let left = 2; left > 0; left--) {
      await mined(operations);
      await page.sign();
    }
    await world.settle(operations);
    const done = await world.record(planned.id);
    expect([done.state, ...done.steps.map(({ state }) => state)]).toEqual(Array(4).fill("confirmed"));
    expect(claimed(world)).toEqual([pair("71", "72"), pair("75", "80"), pair("81")]);
  });

  it("goes on with the pair that was refused, and claims none twice", async () => {
    const { world, page, mined } = createDeviceWorld({ protocols: [lido] });
    const planned = await withQueue(world).planned(claimAll);
    const operations = world.start();
    const first = operations.handlers["operations.approve"](approval(planned));
    await page.sign();
    await first;
    await mined(operations);
    await page.fail("device/refused");
    await mined(operations);
    const left = await world.record(planned.id);
    expect([left.state, ...left.steps.map(({ state }) => state)]).toEqual([
      "planned",
      "confirmed",
      "waiting",
      "waiting",
    ]);
    const again = await operations.handlers["operations.preview"]({ id: planned.id });
    const second = operations.handlers["operations.approve"](approval(again));
    await page.sign();
    await second;
    await mined(operations);
    await page.sign();
    await world.settle(operations);
    expect((await world.record(planned.id)).state).toBe("confirmed");
    expect(claimed(world)).toEqual([pair("71", "72"), pair("75", "80"), pair("81")]);
  });

  it("and of an account with a key here is one transaction", async () => {
    const world = withQueue(createWorld({ protocols: [lido] }));
    const planned = await world.planned(claimAll);
    const operations = world.start();
    await operations.handlers["operations.approve"](approval(planned));
    await world.settle(operations);
    expect(claimed(world)).toEqual([pair(...ids)]);
  });
});
