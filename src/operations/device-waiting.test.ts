import { describe, expect, it } from "vitest";
import { deviceSignature, turn } from "../signers/ledger/testing/desk-world.ts";
import { approving, funded, halfDone, plannedBy, redeem, stake, states } from "./testing/device-world.ts";

describe("while a device is waited for", () => {
  it("other operations are looked after", async () => {
    const { world, page, mined } = funded();
    const operations = world.start();
    const two = await plannedBy(operations, redeem("approve"));
    const other = await plannedBy(operations, stake);
    for (const each of [two, other]) {
      const approved = approving(operations, each);
      await page.sign();
      expect(await approved).toBe("running");
    }
    await mined(operations);
    expect(states(await world.record(two.id))).toEqual(["running", "confirmed", "signing"]);
    expect((await world.record(other.id)).steps[0]?.final).toBe(false);
    for (let blocks = 0; blocks < 3; blocks++) await mined(operations);
    expect((await world.record(other.id)).steps[0]?.final).toBe(true);
    expect(states(await world.record(two.id))).toEqual(["running", "confirmed", "signing"]);
    await page.sign();
    await world.settle(operations);
    expect((await world.record(two.id)).state).toBe("confirmed");
  });

  it("another operation's approval waits for its turn, and can be taken back before", async () => {
    const { world, page, device } = funded();
    const operations = world.start();
    const [first, second] = [await plannedBy(operations, stake), await plannedBy(operations, stake)];
    const one = approving(operations, first);
    const two = approving(operations, second);
    const { operationId } = await device.wanted();
    await operations.handlers["operations.reject"]({ id: second.id });
    expect(await two).toBe("operation/rejected-by-user");
    expect((await world.record(second.id)).state).toBe("rejected");
    expect(operationId).toBe(first.id);
    await page.sign();
    expect(await one).toBe("running");
    await turn();
    expect(device.job()).toBeUndefined();
    await world.settle(operations);
    expect(world.chain.sent).toHaveLength(1);
  });

  it("a rejection ends the wait, and a signature that comes later is ignored", async () => {
    const { world, page, device, desk } = funded();
    const planned = await world.planned(stake);
    const operations = world.start();
    const approved = approving(operations, planned);
    const job = await device.wanted();
    const claim = await page.take();
    expect(await operations.handlers["operations.reject"]({ id: planned.id })).toEqual({});
    expect(await approved).toBe("device/cancelled");
    const left = await world.record(planned.id);
    expect([left.state, left.error?.code]).toEqual(["rejected", "operation/rejected-by-user"]);
    await expect(
      desk().handlers["devices.answer"]({ ...claim, signature: deviceSignature(job) }),
    ).rejects.toMatchObject({ code: "device/job-gone" });
    await world.settle(operations);
    expect(states(await world.record(planned.id))).toEqual(["rejected", "waiting"]);
    expect([world.chain.sent, device.job()]).toEqual([[], undefined]);
  });

  it("a rejection ends what is half done, and what is on the chain stays", async () => {
    const { world, device, operations, id } = await halfDone();
    await operations.handlers["operations.reject"]({ id });
    expect(states(await world.record(id))).toEqual(["rejected", "confirmed", "waiting"]);
    await world.settle(operations);
    await turn();
    expect(device.job()).toBeUndefined();
  });

  it("a cancelled job leaves the operation to be approved again", async () => {
    const { world, page, device, desk } = funded();
    const planned = await world.planned(stake);
    const operations = world.start();
    const approved = approving(operations, planned);
    await desk().handlers["devices.cancel"]({ jobId: (await device.wanted()).id });
    expect(await approved).toBe("device/cancelled");
    const left = await world.record(planned.id);
    expect([left.state, left.error?.code]).toEqual(["planned", "device/cancelled"]);
    const again = approving(operations, left);
    await page.sign();
    expect(await again).toBe("running");
  });

  it("a tab that is gone ends the wait by itself", async () => {
    const { world, device, page, operations, id } = await halfDone();
    await page.take();
    await device.pass(20_000);
    const left = await world.record(id);
    expect([...states(left), left.error?.code]).toEqual([
      "planned",
      "confirmed",
      "waiting",
      "device/tab-closed",
    ]);
    await world.settle(operations);
    expect(world.chain.sent).toHaveLength(1);
  });

  it.each(["approve", "permit"] as const)(
    "a lock in the middle (%s) asks again after unlocking",
    async (way) => {
      const { world, page, device, desk, mined } = funded();
      const planned = await world.planned(redeem(way));
      const operations = world.start();
      const approved = approving(operations, planned);
      await page.sign();
      if (way === "approve") {
        await approved;
        await mined(operations);
      }
      expect((await device.wanted()).kind).toBe("transaction");
      const sent = world.chain.sent.length;
      world.locked = true;
      await desk().lockChanged();
      await turn();
      const left = await world.record(planned.id);
      expect([left.state, left.steps[1]?.state, left.error?.code]).toEqual([
        "planned",
        "waiting",
        "vault/locked",
      ]);
      await mined(operations);
      expect([device.job(), world.chain.sent.length]).toEqual([undefined, sent]);
      world.locked = false;
      const again = approving(
        operations,
        await operations.handlers["operations.preview"]({ id: planned.id }),
      );
      if (way === "permit") await page.sign();
      await page.sign();
      expect(await again).toBe("running");
      await world.settle(operations);
      expect((await world.record(planned.id)).state).toBe("confirmed");
    },
  );

  it("a vault locked between two steps waits for the next unlock", async () => {
    const { world, page, device, mined } = funded();
    const planned = await world.planned(redeem("approve"));
    const operations = world.start();
    const approved = approving(operations, planned);
    await page.sign();
    await approved;
    world.locked = true;
    await mined(operations);
    const left = await world.record(planned.id);
    expect([...states(left), left.error?.code]).toEqual(["running", "confirmed", "waiting", "vault/locked"]);
    expect(device.job()).toBeUndefined();
    world.locked = false;
    await mined(operations);
    await page.sign();
    await world.settle(operations);
    expect((await world.record(planned.id)).state).toBe("confirmed");
  });

  it.each(["first", "second"] as const)(
    "a worker that ends at the %s step leaves no job, and asks again",
    async (step) => {
      const { world, page, device, desk, mined } = funded();
      const planned = await world.planned(redeem("approve"));
      const before = world.start();
      const approved = approving(before, planned);
      if (step === "second") {
        await page.sign();
        await approved;
        await mined(before);
      }
      const stale = await device.wanted();
      world.end();
      const operations = world.start();
      await desk().restore();
      await operations.resume();
      expect(device.job()).toBeUndefined();
      const left = await world.record(planned.id);
      const done = step === "second" ? "confirmed" : "waiting";
      expect(states(left)).toEqual(["planned", done, "waiting"]);
      expect(await desk().handlers["devices.take"]({ jobId: stale.id, owner: "page-1" })).toEqual({
        taken: false,
      });
      const again = approving(
        operations,
        await operations.handlers["operations.preview"]({ id: planned.id }),
      );
      await page.sign();
      expect(await again).toBe("running");
      if (step === "first") {
        await mined(operations);
        await page.sign();
      }
      await world.settle(operations);
      expect(states(await world.record(planned.id))).toEqual(["confirmed", "confirmed", "confirmed"]);
      expect(new Set(world.chain.sent).size).toBe(2);
    },
  );
});
