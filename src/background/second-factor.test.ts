import { beforeEach, describe, expect, it } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { SignatureParts } from "../core/staking/plan.ts";
import { toWire } from "../core/wire/wire.ts";
import { asked } from "../operations/testing/asked.ts";
import { approval, ETHER, own } from "../operations/testing/world.ts";
import { password } from "../vault/world.fixture.ts";
import {
  code,
  createGuardedScene,
  createScene,
  first,
  type Scene,
  second,
  send,
  signed,
  stake,
  thief,
} from "./second-factor.fixture.ts";

let at: Scene;

const write = (operation: Operation) =>
  void at.world.values.set(`operation:${operation.id}`, toWire(operation));
describe("without a second factor", () => {
  it("nothing asks a device", async () => {
    at = await createScene();
    await at.approve(await at.world.planned(send));
    await at.handlers["vault.exportKey"]({ password, accountId: at.accountId });
    expect(at.world.signed).toHaveLength(1);
    expect(at.devices.jobs).toEqual([]);
  });
});

describe("an operation that gives something away", () => {
  beforeEach(async () => {
    at = await createGuardedScene();
  });

  it("is signed after the device said yes to it in words", async () => {
    const planned = await at.world.planned(send);
    await at.approve(planned);
    expect(at.world.signed).toMatchObject([{ to: thief, value: 2n * ETHER }]);
    expect(at.devices.jobs).toMatchObject([
      { kind: "second-factor", address: first.address, path: "m/44'/60'/0'/0/0", operationId: planned.id },
    ]);
    expect(at.devices.shown()).toContain(`Send 2 ETH\nto ${thief}\naccount ${own}\nnetwork Ethereum (1)`);
    expect(at.audits).toMatchObject([
      ["second-factor.confirmed", { account: first.address, operation: planned.id }],
    ]);
  });

  it.each(["device/refused", "device/unplugged", "device/cancelled", "vault/locked"] as const)(
    "is not approved when the desk ends with %s, and can be asked for again",
    async (reason) => {
      const planned = await at.world.planned(send);
      const { answer } = at.devices;
      at.devices.answer = () => Promise.reject(new WeirError(reason, {}));
      expect(await code(at.approve(planned))).toBe(reason);
      expect(at.world.signed).toEqual([]);
      expect(at.audits).toEqual([]);
      expect(await at.world.record(planned.id)).toEqual(planned);
      at.devices.answer = answer;
      await at.approve(planned);
      expect(at.world.signed).toHaveLength(1);
    },
  );

  it("asks with another nonce each time, so that an earlier yes is none", async () => {
    const { answer } = at.devices;
    const given: SignatureParts[] = [];
    at.devices.answer = async (job) => {
      given.push(await answer(job));
      throw new WeirError("device/unplugged", {});
    };
    const planned = await at.world.planned(send);
    await code(at.approve(planned));
    const before = at.devices.shown();
    at.devices.answer = () => given[0] as SignatureParts;
    expect(await code(at.approve(planned))).toBe("device/signature");
    expect(at.devices.shown()).not.toBe(before);
    expect(at.world.signed).toEqual([]);
  });

  it("is not approved by another device, nor by a signature of something else", async () => {
    const planned = await at.world.planned(send);
    at.devices.answer = (job) => signed(second, "bytes" in job ? job.bytes : "0x");
    expect(await code(at.approve(planned))).toBe("device/signature");
    at.devices.answer = () => signed(first, "0x6869");
    expect(await code(at.approve(planned))).toBe("device/signature");
    expect(at.world.signed).toEqual([]);
  });

  it("is not approved when its record changed while the device was asked", async () => {
    const planned = await at.world.planned(send);
    const { answer } = at.devices;
    at.devices.answer = (job) => {
      const steps = planned.plan.steps.map((step) =>
        step.kind === "call" ? { ...step, value: 50n * ETHER } : step,
      );
      write({ ...planned, plan: { ...planned.plan, steps } });
      return answer(job);
    };
    expect(await code(at.approve(planned))).toBe("operation/changed-since-preview");
    expect(at.world.signed).toEqual([]);
  });

  it("that poses as a harmless one while it is looked at is not approved without a yes", async () => {
    const planned = await at.world.planned(send);
    write({ ...planned, intent: stake });
    at.scene.afterLook = () => write(planned);
    expect(await code(at.approve(planned))).toBe("operation/changed-since-preview");
    expect(at.world.signed).toEqual([]);
  });

  it("is not asked of the device when it could not be approved anyway", async () => {
    const planned = await at.world.planned(send);
    const approve = at.handlers["operations.approve"];
    expect(await code(approve({ ...approval(planned), previewMadeAt: 1 }))).toBe(
      "operation/changed-since-preview",
    );
    expect(await code(approve({ ...approval(planned), seen: "0".repeat(64) }))).toBe(
      "operation/changed-since-preview",
    );
    expect(await code(approve({ ...approval(planned), id: "none" }))).toBe("operation/unknown");
    await at.operations.handlers["operations.reject"]({ id: planned.id });
    expect(await code(at.approve(planned))).toBe("operation/state");
    expect(at.devices.jobs).toEqual([]);
  });

  it("asked for twice at once is confirmed once and signed once", async () => {
    const planned = await at.world.planned(send);
    const both = await Promise.all([code(at.approve(planned)), code(at.approve(planned))]);
    expect(both.sort()).toEqual(["done", "operation/state"]);
    expect(at.devices.jobs).toHaveLength(1);
    expect(at.world.signed).toHaveLength(1);
  });

  it("is what a site asks as well: its message names the site", async () => {
    const { shown } = await asked(at.world, { kind: "message", from: own, bytes: "0x6869" });
    await at.approve(shown);
    expect(at.devices.shown()).toContain('Sign a message for\nhttps://site.example\n"hi"');
    expect(at.world.signatures).toEqual(["0x6869"]);
  });

  it("needs none where a Ledger's own account signs", async () => {
    at.scene.kind = "ledger";
    await at.approve(await at.world.planned(send));
    expect(at.devices.jobs).toEqual([]);
  });
});

describe("what stays within the account", () => {
  beforeEach(async () => {
    at = await createGuardedScene();
  });

  it("is approved without the device", async () => {
    await at.approve(await at.world.planned(stake));
    expect(at.world.signed).toHaveLength(1);
    expect(at.devices.jobs).toEqual([]);
  });
});
