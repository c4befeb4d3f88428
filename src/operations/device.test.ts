import { Transaction } from "ethers/transaction";
import { describe, expect, it } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import { deviceSignature, turn } from "../signers/ledger/testing/desk-world.ts";
import { approve, asked, siteOrigin } from "./testing/asked.ts";
import { approving, funded, halfDone, redeem, stake, states } from "./testing/device-world.ts";
import { own } from "./testing/world.ts";

describe("an operation of a device's account", () => {
  it("gets its transaction from the device, shown in a tab of its own", async () => {
    const { world, page, device } = funded();
    const planned = await world.planned(stake);
    const operations = world.start();
    const approved = approving(operations, planned);
    const job = await page.sign();
    expect(job).toMatchObject({ kind: "transaction", operationId: planned.id, address: own });
    expect(await approved).toBe("running");
    await world.settle(operations);
    expect(states(await world.record(planned.id))).toEqual(["confirmed", "confirmed"]);
    expect(device.shown).toEqual([planned.id]);
    expect(world.audits).toContain("transaction.signed");
  });

  it("goes from the permit to the request by itself", async () => {
    const { world, page } = funded();
    const planned = await world.planned(redeem("permit"));
    const operations = world.start();
    const approved = approving(operations, planned);
    expect((await page.sign()).kind).toBe("typed-data");
    expect((await page.sign()).kind).toBe("transaction");
    expect(await approved).toBe("running");
    await world.settle(operations);
    expect((await world.record(planned.id)).state).toBe("confirmed");
  });

  it("goes from the approval to the deposit by itself, once that is mined", async () => {
    const { world, page, operations, id, job } = await halfDone();
    expect(states(await world.record(id))).toEqual(["running", "confirmed", "signing"]);
    expect(job).toMatchObject({ kind: "transaction", operationId: id });
    await page.sign();
    await world.settle(operations);
    expect(states(await world.record(id))).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  it("ends half done when the second step is refused, and goes on with that step alone", async () => {
    const { world, page, operations, id } = await halfDone();
    await page.fail("device/refused");
    await turn();
    const left = await world.record(id);
    expect(states(left)).toEqual(["planned", "confirmed", "waiting"]);
    expect(left.error).toEqual({ code: "device/refused", params: {} });
    await world.settle(operations);
    const again = await operations.handlers["operations.preview"]({ id });
    const approved = approving(operations, again);
    const job = await page.sign();
    if (job.kind !== "transaction") throw new Error("another kind");
    expect(await approved).toBe("running");
    await world.settle(operations);
    expect(states(await world.record(id))).toEqual(["confirmed", "confirmed", "confirmed"]);
    const sent = [...new Set(world.chain.sent)].map((raw) => Transaction.from(raw));
    expect(sent.map(({ nonce }) => nonce)).toEqual([0, 1]);
    expect(sent[1]?.unsignedSerialized).toBe(job.unsigned);
  });

  it("forgets a permit whose request was refused, and asks for both again", async () => {
    const { world, page } = funded();
    const planned = await world.planned(redeem("permit"));
    const operations = world.start();
    const approved = approving(operations, planned);
    await page.sign();
    await page.fail("device/unplugged");
    expect(await approved).toBe("device/unplugged");
    const left = await world.record(planned.id);
    expect(states(left)).toEqual(["planned", "waiting", "waiting"]);
    expect(left.steps[0]?.signature).toBeUndefined();
    const second = approving(operations, left);
    expect((await page.sign()).kind).toBe("typed-data");
    await page.sign();
    expect(await second).toBe("running");
    await world.settle(operations);
    expect((await world.record(planned.id)).state).toBe("confirmed");
    expect(new Set(world.chain.sent).size).toBe(1);
  });

  it("signs a site's message, and says what kept the device from it", async () => {
    const { world, page } = funded();
    const { operations, shown } = await asked(world, { kind: "message", from: own, bytes: "0x6869" });
    const refused = expect(approve(operations, shown)).rejects.toMatchObject({ code: "device/locked" });
    await page.fail("device/locked");
    await refused;
    const left = await world.record(shown.id);
    expect([left.state, left.error?.code, left.origin]).toEqual(["planned", "device/locked", siteOrigin]);
    const done = approve(operations, left);
    await page.sign();
    expect((await done).state).toBe("confirmed");
  });

  it("gives a site nothing when it lost its right while the device was asked", async () => {
    const { world, page } = funded();
    const { operations, shown } = await asked(world, { kind: "message", from: own, bytes: "0x6869" });
    const approved = expect(approve(operations, shown)).rejects.toMatchObject({ code: "site/not-connected" });
    await page.take();
    world.refused = new WeirError("site/not-connected", {});
    await page.sign();
    await approved;
    const left = await world.record(shown.id);
    expect([left.state, left.steps[0]?.signature]).toEqual(["planned", undefined]);
  });

  it("67: sends nothing when the signature does not verify, and asks again", async () => {
    const { world, page, desk, device } = funded();
    const planned = await world.planned(stake);
    const operations = world.start();
    const approved = approving(operations, planned);
    const job = await device.wanted();
    const signature = deviceSignature(job, `0x${"0c".repeat(32)}`);
    await expect(
      desk().handlers["devices.answer"]({ ...(await page.take()), signature }),
    ).rejects.toMatchObject({ code: "device/signature" });
    expect(await approved).toBe("device/signature");
    await world.settle(operations);
    const left = await world.record(planned.id);
    expect([left.state, left.error?.code, left.steps[0]?.attempts]).toEqual([
      "planned",
      "device/signature",
      [],
    ]);
    expect(world.chain.sent).toEqual([]);
    const again = approving(operations, left);
    await page.sign();
    expect(await again).toBe("running");
  });
});

describe("a waiting transaction of a device's account", () => {
  async function sent() {
    const parts = funded();
    const planned = await parts.world.planned(stake);
    const operations = parts.world.start();
    const approved = approving(operations, planned);
    await parts.page.sign();
    await approved;
    return { ...parts, operations, id: planned.id };
  }

  it.each([
    ["operations.speedUp", "confirmed"],
    ["operations.cancel", "cancelled"],
  ] as const)("is replaced by another signature of the device: %s", async (command, end) => {
    const { world, page, operations, id } = await sent();
    const replaced = operations.handlers[command]({ id });
    expect(await page.sign()).toMatchObject({ kind: "transaction", operationId: id });
    await replaced;
    await world.settle(operations);
    expect((await world.record(id)).state).toBe(end);
  });

  it("waits on as it was when the replacement is refused", async () => {
    const { world, page, operations, id } = await sent();
    const before = await world.record(id);
    const refused = expect(operations.handlers["operations.cancel"]({ id })).rejects.toMatchObject({
      code: "device/refused",
    });
    await page.fail("device/refused");
    await refused;
    expect(await world.record(id)).toEqual(before);
    await world.settle(operations);
    expect((await world.record(id)).state).toBe("confirmed");
  });
});
