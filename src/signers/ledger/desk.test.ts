import { describe, expect, it } from "vitest";
import type { Hex } from "../../core/account/account.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import type { Desk } from "./desk.ts";
import { ledgerSigner } from "./ledger-signer.ts";
import { deskWorld, devicePage, deviceSignature, ledgerAccount, turn } from "./testing/desk-world.ts";

const account = ledgerAccount();
const hello: Hex = "0x68656c6c6f";

/** The outcome of a request, without anybody having to wait for it. */
function outcome(signing: Promise<SignatureParts>): { now(): string } {
  let now = "waiting";
  signing.then(
    () => {
      now = "signed";
    },
    (error) => {
      now = error instanceof WeirError ? error.code : String(error);
    },
  );
  return { now: () => now };
}

const ask = (desk: Desk, operationId?: string, bytes: Hex = hello) =>
  outcome(ledgerSigner(desk, account, async () => undefined, operationId).signMessage(bytes));

describe("a wanted signature", () => {
  it("lies in storage, shows a tab, and is gone before its answer is", async () => {
    const world = deskWorld();
    const desk = world.start();
    const page = devicePage(world, () => desk);
    const signing = ask(desk, "op-1");
    const job = await world.wanted();
    expect(job).toMatchObject({
      kind: "message",
      bytes: hello,
      address: account.address,
      path: account.path,
      deviceId: account.deviceId,
      operationId: "op-1",
    });
    expect(world.shown).toEqual(["op-1"]);
    const claim = await page.take();
    expect(world.job()?.owner).toBe("page-1");
    await desk.handlers["devices.answer"]({ ...claim, signature: deviceSignature(job) });
    await turn();
    expect([signing.now(), world.job()]).toEqual(["signed", undefined]);
  });

  it("belongs to the page that took it first, as often as that asks", async () => {
    const world = deskWorld();
    const desk = world.start();
    const signing = ask(desk);
    const [one, other] = [devicePage(world, () => desk), devicePage(world, () => desk, "page-2")];
    const claim = await one.take();
    expect(await desk.handlers["devices.take"](claim)).toEqual({ taken: true });
    const stranger = await other.claim();
    expect(await desk.handlers["devices.take"](stranger)).toEqual({ taken: false });
    expect(await desk.handlers["devices.beat"](stranger)).toEqual({ wanted: false });
    const signature = deviceSignature(await world.wanted());
    const error = { code: "device/refused", params: {} };
    for (const answer of [
      desk.handlers["devices.answer"]({ ...stranger, signature }),
      desk.handlers["devices.fail"]({ ...stranger, error }),
      desk.handlers["devices.answer"]({ ...claim, jobId: "another", signature }),
    ]) {
      await expect(answer).rejects.toMatchObject({ code: "device/job-gone" });
    }
    await turn();
    expect(signing.now()).toBe("waiting");
    await desk.handlers["devices.answer"]({ ...claim, signature });
    await turn();
    expect(signing.now()).toBe("signed");
  });

  it("is answered by nobody who did not take it, and once", async () => {
    const world = deskWorld();
    const desk = world.start();
    const signing = ask(desk);
    const page = devicePage(world, () => desk);
    const signature = deviceSignature(await world.wanted());
    await expect(
      desk.handlers["devices.answer"]({ ...(await page.claim()), signature }),
    ).rejects.toMatchObject({ code: "device/job-gone" });
    const claim = await page.take();
    const twice = await Promise.allSettled([
      desk.handlers["devices.answer"]({ ...claim, signature }),
      desk.handlers["devices.answer"]({ ...claim, signature }),
    ]);
    expect(twice.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    await turn();
    expect(signing.now()).toBe("signed");
  });

  it("waits for as long as its page beats, and fifteen seconds more", async () => {
    const world = deskWorld();
    const desk = world.start();
    const signing = ask(desk);
    const claim = await devicePage(world, () => desk).take();
    for (let beats = 0; beats < 100; beats++) {
      await world.pass(3_000);
      expect(await desk.handlers["devices.beat"](claim)).toEqual({ wanted: true });
    }
    await world.pass(14_000);
    expect(signing.now()).toBe("waiting");
    await world.pass(2_000);
    expect([signing.now(), world.job()]).toEqual(["device/tab-closed", undefined]);
    expect(await desk.handlers["devices.beat"](claim)).toEqual({ wanted: false });
  });

  it("that no page takes is given up after twenty seconds", async () => {
    const world = deskWorld();
    const signing = ask(world.start());
    await world.pass(19_000);
    expect(signing.now()).toBe("waiting");
    await world.pass(2_000);
    expect([signing.now(), world.job()]).toEqual(["device/tab-closed", undefined]);
  });

  it.each<[string, Parameters<ReturnType<typeof deskWorld>["start"]>[0]]>([
    ["the browser has no WebHID", { showTab: undefined }],
    ["no tab can be shown", { showTab: () => Promise.reject(new Error("no window")) }],
  ])("is refused at once where %s", async (_, change) => {
    const world = deskWorld();
    const signing = ask(world.start(change));
    await turn();
    expect([signing.now(), world.job()]).toEqual(["device/unsupported-browser", undefined]);
  });

  it("is not waited for when it cannot be written down", async () => {
    const world = deskWorld();
    const set = () => Promise.reject(new WeirError("storage/write-failed", { key: sessionKeys.deviceJob }));
    const signing = ask(world.start({ session: { ...world.session, set } }));
    await turn();
    expect(signing.now()).toBe("storage/write-failed");
  });

  it("that was cancelled is over, and a signature that comes later is nobody's", async () => {
    const world = deskWorld();
    const desk = world.start();
    const signing = ask(desk);
    const job = await world.wanted();
    const claim = await devicePage(world, () => desk).take();
    expect(await desk.handlers["devices.cancel"]({ jobId: job.id })).toEqual({});
    await turn();
    expect([signing.now(), world.job()]).toEqual(["device/cancelled", undefined]);
    await expect(
      desk.handlers["devices.answer"]({ ...claim, signature: deviceSignature(job) }),
    ).rejects.toMatchObject({ code: "device/job-gone" });
    expect(await desk.handlers["devices.cancel"]({ jobId: job.id })).toEqual({});
  });
});

describe("several wanted signatures", () => {
  it("come one after another, whatever became of the one before", async () => {
    const world = deskWorld();
    const desk = world.start();
    const page = devicePage(world, () => desk);
    const three = [ask(desk, "a", "0x01"), ask(desk, "b", "0x02"), ask(desk, "c", "0x03")];
    const states = () => three.map((each) => each.now());
    expect(await world.wanted()).toMatchObject({ bytes: "0x01" });
    await page.fail("device/refused");
    expect(await world.wanted()).toMatchObject({ bytes: "0x02" });
    expect(world.job()?.owner).toBeUndefined();
    await page.sign();
    expect(await world.wanted()).toMatchObject({ bytes: "0x03" });
    expect(states()).toEqual(["device/refused", "signed", "waiting"]);
    await page.sign();
    await turn();
    expect([states(), world.job()]).toEqual([["device/refused", "signed", "signed"], undefined]);
    expect(world.shown).toEqual(["a", "b", "c"]);
  });

  it("of one operation end together, in their turn or not, and the others stay", async () => {
    const world = deskWorld();
    const desk = world.start();
    const three = [ask(desk, "a", "0x01"), ask(desk, "b", "0x02"), ask(desk, "a", "0x03")];
    await turn();
    desk.cancelFor("a");
    expect(await world.wanted()).toMatchObject({ bytes: "0x02" });
    await devicePage(world, () => desk).sign();
    await turn();
    expect(three.map((each) => each.now())).toEqual(["device/cancelled", "signed", "device/cancelled"]);
  });

  it("end with their account", async () => {
    const world = deskWorld();
    const desk = world.start();
    const one = ask(desk);
    const { address } = await world.wanted();
    desk.keepOnly([address]);
    await turn();
    expect(one.now()).toBe("waiting");
    desk.keepOnly([]);
    await turn();
    expect([one.now(), world.job()]).toEqual(["device/cancelled", undefined]);
  });

  it("end with the lock, and so does what was asked for as it fell", async () => {
    const world = deskWorld();
    const desk = world.start();
    const two = [ask(desk), ask(desk)];
    const job = await world.wanted();
    const claim = await devicePage(world, () => desk).take();
    await desk.lockChanged();
    await turn();
    expect(two.map((each) => each.now())).toEqual(["waiting", "waiting"]);
    world.unlocked = false;
    await desk.lockChanged();
    const late = ask(desk);
    await turn();
    expect([...two, late].map((each) => each.now())).toEqual(Array(3).fill("vault/locked"));
    expect(world.job()).toBeUndefined();
    await expect(
      desk.handlers["devices.answer"]({ ...claim, signature: deviceSignature(job) }),
    ).rejects.toMatchObject({ code: "device/job-gone" });
  });
});

describe("what a page says of a device", () => {
  it.each<[string, Record<string, string>]>([
    ["device/refused", {}],
    ["device/unplugged", {}],
    ["device/wrong-app", { app: "Bitcoin" }],
    ["device/app-outdated", { version: "1.2.3", needed: "1.9.0" }],
    ["device/wrong-device", { expected: account.address, found: `0x${"1".repeat(40)}` }],
    ["device/data-refused", { status: "6a80" }],
  ])("%s reaches whoever asked", async (code, params) => {
    const world = deskWorld();
    const desk = world.start();
    const signing = ledgerSigner(desk, account, async () => undefined, undefined).signMessage(hello);
    const failed = expect(signing).rejects.toMatchObject({ code, params });
    await devicePage(world, () => desk).fail(code, { ...params, more: "left out" });
    await failed;
    const logged = ["device/refused", "device/wrong-device"].includes(code);
    expect(world.audits).toEqual(
      logged ? [["device.refused", { account: account.address, kind: "message", code }]] : [],
    );
  });

  it.each<[string, Record<string, string>]>([
    ["vault/wrong-password", {}],
    ["operation/reverted", { reason: "x" }],
    ["device/second-factor-in-use", {}],
    ["device/job-gone", {}],
    ["constructor", {}],
    ["__proto__", {}],
    ["device/wrong-app", {}],
    ["device/wrong-app", { app: "x".repeat(65) }],
  ])("and is none of it (%s) is an unknown failure", async (code, params) => {
    const world = deskWorld();
    const desk = world.start();
    const signing = ask(desk);
    await devicePage(world, () => desk).fail(code, params);
    await turn();
    expect(signing.now()).toBe("device/unknown");
  });
});

describe("a worker that was started again", () => {
  it("takes away the job that the last one left; its page is told so", async () => {
    const world = deskWorld();
    const old = world.start();
    ask(old);
    const job = await world.wanted();
    const claim = await devicePage(world, () => old).take();
    const desk = world.start();
    expect(await desk.handlers["devices.take"](claim)).toEqual({ taken: false });
    expect(await desk.handlers["devices.beat"](claim)).toEqual({ wanted: false });
    await expect(
      desk.handlers["devices.answer"]({ ...claim, signature: deviceSignature(job) }),
    ).rejects.toMatchObject({ code: "device/job-gone" });
    await desk.restore();
    expect(world.job()).toBeUndefined();
  });

  it("and was asked for a signature at once keeps the new job", async () => {
    const world = deskWorld();
    ask(world.start(), "old");
    await turn();
    const desk = world.start();
    void desk.restore();
    const signing = ask(desk, "new");
    expect(await world.wanted()).toMatchObject({ operationId: "new" });
    await devicePage(world, () => desk).sign();
    await turn();
    expect(signing.now()).toBe("signed");
  });
});
