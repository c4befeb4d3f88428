import { beforeEach, describe, expect, it } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import { situations, type World } from "../protocols/lido/fixture.ts";
import { protocol } from "../protocols/lido/index.ts";
import { balance, createScene, ETHER, HOUR, type Scene } from "./testing/scene.ts";

const stEth = protocol.definition.tokens[0]?.id ?? "";

let scene: Scene;
beforeEach(() => {
  scene = createScene();
});

describe("the second opinion", () => {
  const verdicts: [Snapshot["secondOpinion"], World | undefined][] = [
    ["agreed", situations.open],
    ["single", undefined],
    ["disagreed", situations["rate-thousandfold"]],
  ];
  it.each(verdicts)("is %s", async (verdict, second) => {
    await scene.refreshed();
    scene.secondWorld = second;
    expect(await scene.portfolio.secondOpinion(1, "lido")).toBe(verdict);
    expect((await scene.portfolio.snapshot(1))?.secondOpinion).toBe(verdict);
    expect((await scene.refreshed()).secondOpinion).toBe(verdict);
  });

  it("is none of the same endpoint answering twice", async () => {
    scene.secondWorld = situations.open;
    scene.secondHost = "one.example";
    expect(await scene.portfolio.secondOpinion(1, "lido")).toBe("single");
  });

  it("ends max when it disagrees", async () => {
    await scene.refreshed();
    scene.secondWorld = situations.slashed;
    await expect(scene.maximum("native")).rejects.toMatchObject({
      code: "chain/disagree",
      params: { first: "one.example", second: "two.example" },
    });
  });
});

describe("the maximum", () => {
  it("keeps gas back from ether and nothing from a token", async () => {
    const ether = await scene.maximum("native");
    expect(ether.amount + ether.reservedGasWei).toBe(balance);
    expect(ether.reservedGasWei).toBeGreaterThan(0n);
    const [token] = protocol.definition.tokens;
    const held = (await scene.refreshed()).positions[0];
    expect((await scene.maximum(token?.id ?? "")).amount).toBe(held?.balance);
  });

  it("is not named of a token that the second endpoint sees less of", async () => {
    await scene.refreshed();
    scene.secondWorld = { ...situations.open, stEthShares: ETHER };
    await expect(scene.maximum(stEth)).rejects.toMatchObject({ code: "chain/disagree" });
    expect((await scene.maximum("native")).amount).toBeGreaterThan(0n);
  });

  it("is not named by a block that was old when it was read; one ahead of the clock is no harm", async () => {
    scene.time = scene.blockTime + 16 * 60;
    await expect(scene.maximum("native")).rejects.toMatchObject({
      code: "chain/stale",
      params: { endpoint: "one.example", behindSeconds: 16 * 60 },
    });
    scene.blockTime = scene.time + 7 * 86_400;
    scene.time += HOUR;
    expect((await scene.maximum("native")).amount).toBeGreaterThan(0n);
  });

  it("is not named while the protocol's figures are in doubt or the network cannot be read", async () => {
    scene.world = situations["rate-zero"];
    await expect(scene.maximum(protocol.definition.tokens[0]?.id ?? "")).rejects.toMatchObject({
      code: "staking/state-unknown",
    });
    scene.failing = new WeirError("chain/timeout", { endpoint: "one.example" });
    scene.time += HOUR;
    await expect(scene.maximum("native")).rejects.toMatchObject({ code: "chain/timeout" });
  });
});

describe("a quote", () => {
  const intent = {
    kind: "stake",
    protocol: "lido",
    amount: ETHER,
    receive: protocol.definition.tokens[0]?.id ?? "",
  } as const;
  const quote = () => scene.portfolio.handlers["portfolio.quote"]({ chainId: 1, accountId: "a", intent });

  it("comes from the stored snapshot alone", async () => {
    await expect(quote()).rejects.toMatchObject({ code: "staking/state-unknown" });
    await scene.refreshed();
    const { reads, logs } = scene.calls;
    await quote();
    expect(scene.calls).toEqual({ reads, logs });
  });

  it("counts the days until the network fee is earned, by the last refresh's fees", async () => {
    await scene.refreshed();
    const known = await quote();
    expect(known.gasWei).toBe(200_000n * 1_001_000_000n);
    expect(known.breakEvenDays).toBeGreaterThan(0);
  });

  it("names no fee before one was seen", async () => {
    scene.feesFail = true;
    await scene.refreshed();
    expect((await quote()).gasWei).toBeUndefined();
  });

  it("of an unknown protocol or account is refused", async () => {
    const ask = scene.portfolio.handlers["portfolio.quote"];
    await expect(
      ask({ chainId: 1, accountId: "a", intent: { ...intent, protocol: "none" } }),
    ).rejects.toMatchObject({ code: "staking/unknown-protocol" });
    await expect(ask({ chainId: 1, accountId: "b", intent })).rejects.toMatchObject({
      code: "account/unknown",
    });
  });
});
