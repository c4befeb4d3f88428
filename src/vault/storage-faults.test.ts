import { describe, expect, it } from "vitest";
import { localKeys } from "../core/store/keys.ts";
import {
  dies,
  lockedWorld,
  next,
  opens,
  password,
  recordIn,
  type TestWorld,
  testWorld,
} from "./world.fixture.ts";

const secret = { kind: "new-phrase", words: 12 } as const;

describe("a store that fails", () => {
  it("opens from the second copy when the first cannot be read, and does not overwrite what it could not read", async () => {
    const world = await lockedWorld();
    await world.worker().handlers["vault.unlock"]({ password });
    // The first copy is ahead of the second one.
    dies(world.second, "write");
    await world.worker().handlers["accounts.derive"]({});
    await world.worker().lock();
    world.second.before = undefined;
    const before = JSON.stringify(recordIn(world.local));
    dies(world.local, "read");
    expect((await world.worker().status()).copies).toEqual({ primary: "unreadable", secondary: "good" });
    expect(await opens(world, password)).toBe("opens");
    expect(JSON.stringify(recordIn(world.local))).toBe(before);
  });

  it("is never taken for an absent vault, whether it throws or is silent", async () => {
    const world = await lockedWorld();
    world.second.map.clear();
    for (const before of [
      () => {
        throw new Error("no");
      },
      () => new Promise<void>(() => {}),
    ]) {
      world.local.before = before;
      const worker = world.worker();
      expect(await worker.status()).toMatchObject({ state: "recovery", copies: { primary: "unreadable" } });
      expect(await opens(world, password)).toBe("vault/unreadable");
      await expect(worker.handlers["vault.create"]({ password, secret })).rejects.toMatchObject({
        code: "vault/unreadable",
      });
      await expect(worker.handlers["vault.wipe"]({ confirmation: "wipe" })).rejects.toMatchObject({
        code: "vault/unreadable",
      });
    }
  });

  it("leaves the old vault open with the old password when the write fails, and says that it failed", async () => {
    const world = await lockedWorld();
    await world.worker().handlers["vault.unlock"]({ password });
    dies(world.local, "write");
    await expect(
      world.worker().handlers["vault.changePassword"]({ current: password, next }),
    ).rejects.toMatchObject({ code: "vault/write-failed" });
    world.local.before = undefined;
    expect(await world.worker().isUnlocked()).toBe(true);
    await world.worker().lock();
    expect(await opens(world, next)).toBe("vault/wrong-password");
    expect(await opens(world, password)).toBe("opens");
  });

  it("lets a change stand when only the second copy fails, shows it as damaged, and mends it at the next unlock", async () => {
    const world = await lockedWorld();
    await world.worker().handlers["vault.unlock"]({ password });
    dies(world.second, "write");
    await world.worker().handlers["accounts.derive"]({});
    world.second.before = undefined;
    expect((await world.worker().status()).copies).toEqual({ primary: "good", secondary: "damaged" });
    await world.worker().lock();
    expect(await opens(world, password)).toBe("opens");
    expect((await world.worker().status()).copies).toEqual({ primary: "good", secondary: "good" });
    expect(recordIn(world.second)).toEqual(recordIn(world.local));
  });
});

describe("a worker that ends between any two writes", () => {
  /** Runs `work` with only the first `allowed` vault writes taking place; later ones never return. */
  async function cutAfter(world: TestWorld, allowed: number, work: () => Promise<unknown>): Promise<boolean> {
    let writes = 0;
    let cut = () => {};
    const ended = new Promise<void>((resolve) => {
      cut = resolve;
    });
    const gate = (step: string): void | Promise<void> => {
      if (step !== "write") return;
      writes += 1;
      if (writes <= allowed) return;
      cut();
      return new Promise(() => {});
    };
    for (const store of [world.local, world.second, world.session]) store.before = gate;
    const finished = await Promise.race([work().then(() => true), ended.then(() => false)]);
    for (const store of [world.local, world.second, world.session]) store.before = undefined;
    return finished;
  }

  it("opens with the old or the new password, never with neither or with both, after a change of password", async () => {
    let cuts = 0;
    for (let allowed = 0; ; allowed++) {
      const world = await lockedWorld();
      await world.worker().handlers["vault.unlock"]({ password });
      world.clock.pass(10);
      const finished = await cutAfter(world, allowed, () =>
        world.worker().handlers["vault.changePassword"]({ current: password, next }),
      );
      const results = [await opens(world, next), await opens(world, password)];
      expect([...results].sort()).toEqual(["opens", "vault/wrong-password"]);
      expect((await world.worker().status()).copies).toEqual({ primary: "good", secondary: "good" });
      if (finished) {
        expect(results[0]).toBe("opens");
        break;
      }
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(4);
  });

  it("leaves no session on the old password's copy after a change of password that reached one copy", async () => {
    const world = await lockedWorld();
    await world.worker().handlers["vault.unlock"]({ password });
    const session = new Map(world.session.map);
    dies(world.second, "write");
    await world.worker().handlers["vault.changePassword"]({ current: password, next });
    world.second.before = undefined;
    // The worker ended before the session took over the new data key.
    for (const [key, value] of session) world.session.map.set(key, value);
    await expect(world.worker().handlers["accounts.derive"]({})).rejects.toMatchObject({
      code: "vault/locked",
    });
    expect(await opens(world, next)).toBe("opens");
  });

  it("keeps every account that was reported as added, and opens, at each cut while adding", async () => {
    for (let allowed = 0; ; allowed++) {
      const world = await lockedWorld();
      await world.worker().handlers["vault.unlock"]({ password });
      const finished = await cutAfter(world, allowed, () => world.worker().handlers["accounts.derive"]({}));
      await world.worker().lock();
      expect(await opens(world, password)).toBe("opens");
      const list = world.local.map.get(localKeys.accounts) as { accounts: unknown[] };
      expect([1, 2]).toContain(list.accounts.length);
      if (finished) {
        expect(list.accounts).toHaveLength(2);
        break;
      }
    }
  });

  it("shows no vault, or one that opens, at each cut while creating", async () => {
    for (let allowed = 0; ; allowed++) {
      const world = testWorld();
      const finished = await cutAfter(world, allowed, () =>
        world.worker().handlers["vault.create"]({ password, secret }),
      );
      const { state } = await world.worker().status();
      if (state !== "absent") {
        await world.worker().lock();
        expect(await opens(world, password)).toBe("opens");
      }
      if (finished) break;
    }
  });
});
