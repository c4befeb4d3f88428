import { describe, expect, it, vi } from "vitest";
import { localKeys, sessionKeys } from "../core/store/keys.ts";
import * as sealing from "./sealing.ts";
import { delaySeconds } from "./unlock-delay.ts";
import { type TestWorld, testWorld } from "./world.fixture.ts";

const password = "correct horse";
const secret = { kind: "new-phrase", words: 12 } as const;

async function unlockedWorld(): Promise<TestWorld> {
  const world = testWorld();
  await world.worker().handlers["vault.create"]({ password, secret });
  return world;
}

describe("the session", () => {
  it("outlives the worker, and tells pages until when", async () => {
    const world = await unlockedWorld();
    expect(await world.worker().isUnlocked()).toBe(true);
    const locksAt = world.clock.wall + 15 * 60;
    expect(world.session.map.get(sessionKeys.lockState)).toEqual({ unlocked: true, locksAt });
    expect(await world.worker().locksAt()).toBe(locksAt);
    await world.worker().lock();
    expect(world.session.map.get(sessionKeys.lockState)).toEqual({ unlocked: false, locksAt: null });
    expect(world.session.map.has(sessionKeys.session)).toBe(false);
  });

  it("ends when the set minutes have passed without a touch, and a touch starts them anew", async () => {
    const world = await unlockedWorld();
    world.minutes = 5;
    const worker = world.worker();
    world.clock.pass(600);
    await worker.touch();
    world.clock.pass(299);
    expect(await worker.lockIfDue()).toBe(false);
    world.clock.pass(1);
    expect(await worker.isUnlocked()).toBe(false);
    expect(await worker.lockIfDue()).toBe(true);
    expect(await worker.lockIfDue()).toBe(false);
    expect((await worker.status()).state).toBe("locked");
  });

  it("takes other minutes over at the next touch, however short the last one is ago", async () => {
    const world = await unlockedWorld();
    const worker = world.worker();
    await worker.touch();
    world.minutes = 1;
    world.clock.pass(1);
    await worker.touch();
    expect(await worker.locksAt()).toBe(world.clock.wall + 60);
  });

  it("is over for every command at its deadline, even before an alarm came", async () => {
    const world = await unlockedWorld();
    world.clock.pass(15 * 60);
    await expect(world.worker().handlers["accounts.derive"]({})).rejects.toMatchObject({
      code: "vault/locked",
    });
    await world.worker().touch();
    expect(await world.worker().isUnlocked()).toBe(false);
  });

  it("ends by the monotonic clock when the wall clock stands still", async () => {
    const world = await unlockedWorld();
    const worker = world.worker();
    expect(await worker.isUnlocked()).toBe(true);
    world.clock.monotonic += 15 * 60 * 1000;
    expect(await worker.lockIfDue()).toBe(true);
  });

  it("ends when the wall clock went back by days or ahead by days, also across workers; a minute is let pass", async () => {
    for (const [days, locked] of [
      [-3, true],
      [3, true],
      [-60 / 86_400, false],
    ] as const) {
      const world = await unlockedWorld();
      world.clock.wall += Math.round(days * 86_400);
      expect(await world.worker().lockIfDue()).toBe(locked);
    }
  });

  it("goes on in memory when storage.session fails", async () => {
    const world = testWorld();
    world.session.before = () => {
      throw new Error("no");
    };
    const worker = world.worker();
    await worker.handlers["vault.create"]({ password, secret });
    expect(await worker.isUnlocked()).toBe(true);
    expect(await world.worker().isUnlocked()).toBe(false);
    await worker.lock();
    expect(await worker.isUnlocked()).toBe(false);
  });

  it("is not taken up again in this worker when its record could not be removed", async () => {
    const world = await unlockedWorld();
    const worker = world.worker();
    expect(await worker.isUnlocked()).toBe(true);
    world.session.before = (step) => {
      if (step === "write") throw new Error("no");
    };
    await worker.lock();
    expect(await worker.isUnlocked()).toBe(false);
  });

  it("tells its listeners of every unlock and lock", async () => {
    const world = await unlockedWorld();
    const worker = world.worker();
    const heard = vi.fn();
    const stop = worker.onLockChange(heard);
    await worker.lock();
    await worker.handlers["vault.unlock"]({ password });
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await worker.lock();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("a lock that comes while a password is worked on", () => {
  /** Locks as soon as the vault is read. */
  function lockMeanwhile(world: TestWorld, lock: () => Promise<void>): void {
    world.local.before = async (step, key) => {
      if (step !== "read" || key !== localKeys.vault) return;
      world.local.before = undefined;
      await lock();
    };
  }

  it("is the last word over an unlock", async () => {
    const world = await unlockedWorld();
    const worker = world.worker();
    await worker.lock();
    lockMeanwhile(world, worker.lock);
    await expect(worker.handlers["vault.unlock"]({ password })).rejects.toMatchObject({
      code: "vault/locked",
    });
    expect((await worker.status()).state).toBe("locked");
    expect(world.session.map.has(sessionKeys.session)).toBe(false);
    await worker.handlers["vault.unlock"]({ password });
    expect(await worker.isUnlocked()).toBe(true);
  });

  it("is the last word over a change of password, which is done all the same", async () => {
    const world = await unlockedWorld();
    const worker = world.worker();
    lockMeanwhile(world, worker.lock);
    await worker.handlers["vault.changePassword"]({ current: password, next: "battery staple" });
    expect(await worker.isUnlocked()).toBe(false);
    expect(world.session.map.has(sessionKeys.session)).toBe(false);
    await worker.handlers["vault.unlock"]({ password: "battery staple" });
    expect(await worker.isUnlocked()).toBe(true);
  });
});

describe("unlocking", () => {
  it("runs the key derivation once for pages that unlock at the same moment", async () => {
    const world = await unlockedWorld();
    await world.worker().lock();
    const runs = vi.spyOn(sealing, "unwrapDataKey");
    const worker = world.worker();
    await Promise.all([1, 2, 3].map(() => worker.handlers["vault.unlock"]({ password })));
    await worker.handlers["vault.unlock"]({ password });
    expect(runs).toHaveBeenCalledTimes(1);
    const log = await world.audit().list({ limit: 100 });
    expect(log.entries.filter(({ event }) => event === "vault.unlocked")).toHaveLength(1);
    runs.mockRestore();
  });

  it("counts one failure for pages that send the same wrong password at the same moment", async () => {
    const world = await unlockedWorld();
    await world.worker().lock();
    const worker = world.worker();
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => worker.handlers["vault.unlock"]({ password: "wrong one" })),
    );
    for (const answer of answers) expect(answer).toMatchObject({ reason: { code: "vault/wrong-password" } });
    expect(world.local.map.get(localKeys.unlockDelay)).toMatchObject({ failures: 1 });
  });

  it("with a wrong password beside a right one: each gets its own answer", async () => {
    const world = await unlockedWorld();
    await world.worker().lock();
    const worker = world.worker();
    const [wrong, right] = await Promise.allSettled([
      worker.handlers["vault.unlock"]({ password: "wrong one" }),
      worker.handlers["vault.unlock"]({ password }),
    ]);
    expect(wrong).toMatchObject({ reason: { code: "vault/wrong-password" } });
    expect(right).toMatchObject({ reason: { code: "vault/wait" } });
  });

  it("waits longer after each wrong password, across workers, and wipes nothing after twenty", async () => {
    const world = await unlockedWorld();
    await world.worker().lock();
    let last = 0;
    for (let tries = 1; tries <= 20; tries++) {
      const error = await world
        .worker()
        .handlers["vault.unlock"]({ password: "wrong one" })
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: "vault/wrong-password",
        params: { waitSeconds: delaySeconds(tries) },
      });
      expect(delaySeconds(tries)).toBeGreaterThanOrEqual(last);
      last = delaySeconds(tries);
      expect((await world.worker().status()).waitSeconds).toBe(last);
      // Even the right password has to wait.
      await expect(world.worker().handlers["vault.unlock"]({ password })).rejects.toMatchObject({
        code: "vault/wait",
      });
      world.clock.pass(last);
    }
    expect(last).toBe(900);
    await world.worker().handlers["vault.unlock"]({ password });
    expect(world.local.map.has(localKeys.unlockDelay)).toBe(false);
  });

  it("counts an attempt whose worker ended before the answer", async () => {
    const world = await unlockedWorld();
    await world.worker().lock();
    const hung = vi.spyOn(sealing, "unwrapDataKey").mockReturnValue(new Promise(() => {}));
    const attempt = world.worker().handlers["vault.unlock"]({ password: "wrong one" });
    await Promise.race([attempt, new Promise((resolve) => setTimeout(resolve, 20))]);
    hung.mockRestore();
    expect(await world.worker().isUnlocked()).toBe(false);
    expect((await world.worker().status()).waitSeconds).toBe(1);
  });

  it("never waits longer than the delay itself after the clock was set back", async () => {
    const world = await unlockedWorld();
    await world.worker().lock();
    await world
      .worker()
      .handlers["vault.unlock"]({ password: "wrong one" })
      .catch(() => undefined);
    world.clock.wall -= 30 * 86_400;
    expect((await world.worker().status()).waitSeconds).toBe(1);
  });
});
