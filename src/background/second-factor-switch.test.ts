import { Signature } from "ethers/crypto";
import { hashMessage } from "ethers/hash";
import { Wallet } from "ethers/wallet";
import { beforeEach, describe, expect, it } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import type { SignatureParts } from "../core/staking/plan.ts";
import { own } from "../operations/testing/world.ts";
import { password } from "../vault/world.fixture.ts";
import {
  code,
  createGuardedScene,
  createScene,
  first,
  type Scene,
  second,
  signed,
} from "./second-factor.fixture.ts";

let at: Scene;

describe("a secret", () => {
  beforeEach(async () => {
    at = await createGuardedScene();
  });

  it("is shown after the password and the device", async () => {
    const { key } = await at.handlers["vault.exportKey"]({ password, accountId: at.accountId });
    expect(new Wallet(key).address).toBe(own);
    expect(at.devices.shown()).toContain(`Show the private key of\n${own}\n`);
    expect((await at.handlers["vault.openReveal"]({ password, secretId: at.secretId })).words).toBe(12);
    expect(at.devices.shown()).toContain(`Show the recovery phrase of\n${own}\n`);
  });

  it("is not shown when the device says no", async () => {
    at.devices.answer = () => Promise.reject(new WeirError("device/refused", {}));
    expect(await code(at.handlers["vault.exportKey"]({ password, accountId: at.accountId }))).toBe(
      "device/refused",
    );
    expect(await code(at.handlers["vault.openReveal"]({ password, secretId: at.secretId }))).toBe(
      "device/refused",
    );
  });

  it("does not ask the device of somebody without the password, nor for what is not here", async () => {
    expect(await code(at.handlers["vault.exportKey"]({ password, accountId: at.ids[0] }))).toBe(
      "account/key-on-device",
    );
    expect(await code(at.handlers["vault.exportKey"]({ password: "wrong", accountId: at.accountId }))).toBe(
      "vault/wrong-password",
    );
    expect(await code(at.handlers["vault.openReveal"]({ password, secretId: at.secretId }))).toBe(
      "vault/wait",
    );
    expect(at.devices.jobs).toEqual([]);
  });
});

describe("the switch", () => {
  const present = async () => (await at.vault.secondFactor.current())?.id;
  beforeEach(async () => {
    at = await createScene();
  });

  it("on: needs the password, a Ledger's account, and that the device can sign", async () => {
    expect(
      await code(at.handlers["devices.setSecondFactor"]({ accountId: at.ids[0], password: "wrong" })),
    ).toBe("vault/wrong-password");
    at.store.clock.pass(60);
    expect(await code(at.switchTo(at.accountId))).toBe("account/unknown");
    expect(await code(at.switchTo("none"))).toBe("account/unknown");
    expect(at.devices.jobs).toEqual([]);
    const { answer } = at.devices;
    at.devices.answer = (job) => signed(second, "bytes" in job ? job.bytes : "0x");
    expect(await code(at.switchTo(at.ids[0]))).toBe("device/signature");
    expect(await present()).toBeUndefined();
    at.devices.answer = answer;
    await at.switchTo(at.ids[0]);
    expect(await present()).toBe(at.ids[0]);
    expect(at.devices.shown()).toContain(`Switch on`);
  });

  it("off: needs the password and the device itself", async () => {
    await at.switchTo(at.ids[0]);
    const { answer } = at.devices;
    at.devices.answer = () => Promise.reject(new WeirError("device/refused", {}));
    expect(await code(at.switchTo(null))).toBe("device/refused");
    at.devices.answer = (job) => signed(second, "bytes" in job ? job.bytes : "0x");
    expect(await code(at.switchTo(null))).toBe("device/signature");
    expect(await present()).toBe(at.ids[0]);
    at.devices.answer = answer;
    await at.switchTo(null);
    expect(at.devices.shown()).toContain("Switch off");
    expect(await present()).toBeUndefined();
  });

  it("to another one: the present one agrees first, then the new one shows that it can", async () => {
    await at.switchTo(at.ids[0]);
    at.devices.jobs.length = 0;
    const { answer } = at.devices;
    at.devices.answer = (job) => {
      if (job.address === second.address) throw new WeirError("device/not-found", {});
      return answer(job);
    };
    expect(await code(at.switchTo(at.ids[1]))).toBe("device/not-found");
    expect(await present()).toBe(at.ids[0]);
    at.devices.answer = answer;
    await at.switchTo(at.ids[1]);
    expect(at.devices.jobs.slice(-2).map(({ address }) => address)).toEqual([first.address, second.address]);
    expect(await present()).toBe(at.ids[1]);
  });

  it("to what it is already asks nobody", async () => {
    await at.switchTo(null);
    await at.switchTo(at.ids[0]);
    at.devices.jobs.length = 0;
    await at.switchTo(at.ids[0]);
    expect(at.devices.jobs).toEqual([]);
  });

  it("is signed as a personal message of exactly what is shown", async () => {
    let given: SignatureParts | undefined;
    const { answer } = at.devices;
    at.devices.answer = async (job) => {
      given = await answer(job);
      return given;
    };
    await at.switchTo(at.ids[0]);
    if (!given) throw new Error("not asked");
    const digest = hashMessage(at.devices.shown());
    expect(first.signingKey.sign(digest).serialized).toBe(Signature.from(given).serialized);
  });
});
