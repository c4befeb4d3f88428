import { beforeEach, describe, expect, it, vi } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import { situations, start } from "../protocols/lido/fixture.ts";
import { claimableSince } from "./claimable.ts";
import { createScene, HOUR, type Scene, settled } from "./testing/scene.ts";
import { nextWake } from "./wake.ts";

const lido = (snapshot: Snapshot | undefined) => snapshot?.protocols[0];

let scene: Scene;
beforeEach(() => {
  scene = createScene();
});

describe("a refresh", () => {
  it("asks for nothing without an account", async () => {
    scene.accounts = [];
    expect(await scene.portfolio.refresh(1, "open")).toBe(true);
    expect(scene.calls.reads).toBe(0);
  });

  it("begins at once when the endpoints changed, and the one on the old endpoints is nobody's news", async () => {
    await scene.refreshed();
    let fail: (error: Error) => void = () => undefined;
    scene.hold = new Promise((_, reject) => {
      fail = reject;
    });
    const before = scene.calls.reads;
    const old = scene.portfolio.refresh(1, "open");
    await vi.waitFor(() => expect(scene.calls.reads).toBeGreaterThan(before));
    scene.hold = undefined;
    expect(await scene.portfolio.refresh(1, "settings")).toBe(true);
    fail(new WeirError("chain/timeout", { endpoint: "old.example" }));
    await expect(old).rejects.toMatchObject({ code: "chain/timeout" });
    expect((await scene.portfolio.snapshot(1))?.failure).toBeUndefined();
  });

  it("is shared by those who ask while it runs, but an operation's end gets one of its own", async () => {
    let release = () => {};
    scene.hold = new Promise((resolve) => {
      release = resolve;
    });
    const all = [
      scene.portfolio.refresh(1, "open"),
      scene.portfolio.refresh(1, "alarm"),
      scene.portfolio.refresh(1, "operation"),
      scene.portfolio.refresh(1, "operation"),
    ];
    release();
    expect(await Promise.all(all)).toEqual([true, true, true, true]);
    expect(scene.calls.reads).toBe(2);
  });

  it("keeps the snapshot and says why when the network cannot be read, and forgets that when it can", async () => {
    const before = await scene.refreshed();
    scene.failing = new WeirError("chain/unreachable", { endpoint: "one.example" });
    scene.time += 60;
    expect(await scene.portfolio.refresh(1, "open")).toBe(false);
    const after = await scene.portfolio.snapshot(1);
    expect(after).toEqual({
      ...before,
      failure: { error: { code: "chain/unreachable", params: { endpoint: "one.example" } }, at: scene.time },
    });
    scene.failing = undefined;
    expect((await scene.refreshed()).failure).toBeUndefined();
  });

  it("rejects when there is nothing to keep", async () => {
    scene.failing = new WeirError("chain/unreachable", { endpoint: "one.example" });
    await expect(scene.portfolio.refresh(1, "open")).rejects.toThrow("chain/unreachable");
  });

  it("does not go back to a block much older than the last", async () => {
    scene.blockTime = start;
    await scene.refreshed();
    scene.blockTime = start - 2 * HOUR;
    expect(await scene.portfolio.refresh(1, "open")).toBe(false);
    expect(await scene.portfolio.snapshot(1)).toMatchObject({
      block: { timestamp: start },
      failure: { error: { code: "chain/stale" } },
    });
  });

  it("keeps positions and hides the yield while a rate cannot be right", async () => {
    const before = await scene.refreshed();
    scene.world = situations["rate-thousandfold"];
    const after = await scene.refreshed();
    expect(after.positions).toEqual(before.positions);
    expect(lido(after)).toMatchObject({ failure: { code: "staking/rate-implausible" } });
    expect(lido(after)?.yield).toBeUndefined();
    scene.world = situations.grown;
    const sound = await scene.refreshed();
    expect(lido(sound)?.failure).toBeUndefined();
  });

  it("shows balances also when a node has no logs, and does not insist", async () => {
    scene.logsFail = true;
    const snapshot = await scene.refreshed();
    expect(snapshot.positions).toHaveLength(2);
    const asked = scene.calls.logs;
    await scene.refreshed();
    expect(scene.calls.logs).toBe(asked);
  });

  it("reads logs again after an hour or a report, not before", async () => {
    expect(lido(await scene.refreshed())?.yield?.method).toBe("reports");
    const first = scene.calls.logs;
    scene.blockTime += 60;
    await scene.refreshed();
    expect(scene.calls.logs).toBe(first);
    scene.world = situations.grown;
    await scene.refreshed();
    expect(scene.calls.logs).toBe(2 * first);
    scene.blockTime += HOUR;
    scene.time = scene.blockTime;
    await scene.refreshed();
    expect(scene.calls.logs).toBe(3 * first);
  });

  it("does not wait for logs: they are added to what is stored by then", async () => {
    let release = () => {};
    scene.holdLogs = new Promise((resolve) => {
      release = resolve;
    });
    expect(await scene.portfolio.refresh(1, "open")).toBe(true);
    expect((await scene.portfolio.snapshot(1))?.positions).toHaveLength(2);
    expect(lido(await scene.portfolio.snapshot(1))?.yield).toBeUndefined();
    scene.time += 60;
    scene.blockTime += 60;
    expect(await scene.portfolio.refresh(1, "open")).toBe(true);
    expect(scene.told).toHaveLength(2);
    release();
    await settled();
    const snapshot = await scene.portfolio.snapshot(1);
    expect(snapshot?.takenAt).toBe(scene.time);
    expect(lido(snapshot)?.yield?.method).toBe("reports");
    // The second refresh finds that the first one's logs will do.
    expect(scene.calls.logs).toBe(2);
  });

  it("keeps what gas cost when the fees cannot be read, and balances do not depend on them", async () => {
    expect((await scene.refreshed()).gasPrice).toEqual({ wei: 1_001_000_000n, at: scene.time });
    const { gasPrice } = await scene.refreshed();
    scene.feesFail = true;
    scene.time += 60;
    expect(await scene.refreshed()).toMatchObject({ gasPrice, takenAt: scene.time });
  });

  it("begins anew on a damaged snapshot", async () => {
    await scene.store.set("snapshot:1", { version: 1, chainId: "one" });
    expect((await scene.refreshed()).positions).toHaveLength(2);
  });
});

describe("a rate that jumps by half", () => {
  const jumped = { ...situations.open, ether: (situations.open.ether * 3n) / 2n };

  it("is believed when a second endpoint names it too, and from then on", async () => {
    await scene.refreshed();
    scene.world = jumped;
    scene.secondWorld = jumped;
    const believed = await scene.refreshed();
    expect(lido(believed)?.failure).toBeUndefined();
    expect(believed.positions[0]?.balance).toBeGreaterThan(14n * 10n ** 18n);
    scene.secondWorld = undefined;
    expect(lido(await scene.refreshed())?.failure).toBeUndefined();
  });

  it.each([
    ["there is no second endpoint", undefined],
    ["the second endpoint names the old one", situations.open],
  ])("stays in doubt when %s", async (_when, second) => {
    const before = await scene.refreshed();
    scene.world = jumped;
    scene.secondWorld = second;
    const after = await scene.refreshed();
    expect(lido(after)).toMatchObject({ failure: { code: "staking/rate-implausible" } });
    expect(after.positions).toEqual(before.positions);
  });

  it("is not believed beyond what any rate can be, whoever says so", async () => {
    await scene.refreshed();
    scene.world = situations["rate-thousandfold"];
    scene.secondWorld = scene.world;
    expect(lido(await scene.refreshed())).toMatchObject({ failure: { code: "staking/rate-implausible" } });
  });
});

describe("redemptions", () => {
  it("are told once when they become claimable, and stay for 90 days after the claim", async () => {
    scene.world = situations.queued;
    expect(nextWake(await scene.refreshed())).toBe(scene.time + 6 * HOUR);
    scene.world = situations.ready;
    const ready = await scene.refreshed();
    const [previous, next] = scene.told.at(-1) ?? [];
    expect(claimableSince(previous?.redemptions, next?.redemptions ?? []).map((one) => one.id)).toEqual([
      "95",
    ]);
    expect(nextWake(ready)).toBeUndefined();
    await scene.refreshed();
    const [then, now] = scene.told.at(-1) ?? [];
    expect(claimableSince(then?.redemptions, now?.redemptions ?? [])).toEqual([]);

    scene.world = situations.claimed;
    await scene.refreshed();
    for (const [days, kept] of [
      [89, 1],
      [2, 0],
    ] as const) {
      scene.blockTime += days * 86_400;
      scene.time = scene.blockTime;
      expect((await scene.refreshed()).redemptions).toHaveLength(kept);
    }
  });

  it("stay listed when the position is empty", async () => {
    scene.world = { ...situations.queued, stEthShares: 0n, wstEth: 0n };
    const snapshot = await scene.refreshed();
    expect(snapshot.positions.every((one) => one.balance === 0n)).toBe(true);
    expect(snapshot.redemptions).toHaveLength(1);
  });
});
