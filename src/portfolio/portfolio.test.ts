import { beforeEach, describe, expect, it } from "vitest";
import type { Account, Address } from "../core/account/account.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { WeirError } from "../core/errors/index.ts";
import { defaultSettings } from "../core/settings/settings.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import { account, answersIn, reportLog, situations, start, type World } from "../protocols/lido/fixture.ts";
import { protocol } from "../protocols/lido/index.ts";
import { claimableSince } from "./claimable.ts";
import { createPortfolio, type Portfolio } from "./portfolio.ts";
import { memoryStore } from "./testing/memory-store.ts";
import { nextWake } from "./wake.ts";

const ONE = 10n ** 18n;
const HOUR = 3_600;

let world: World;
let secondWorld: World | undefined;
let time: number;
let blockTime: number;
let failing: WeirError | undefined;
let logsFail: boolean;
let calls: { reads: number; logs: number };
let hold: Promise<void> | undefined;
let accounts: Account[];
let store: ReturnType<typeof memoryStore>;
let portfolio: Portfolio;
let told: (Snapshot | undefined)[][];

const owner: Account = {
  id: "a",
  kind: "derived",
  address: account,
  label: "Main",
  hidden: false,
  createdAt: 0,
};
const balance = 5n * ONE;

const access = {
  chainId: 1,
  async readMany({ reads, native, second }) {
    calls.reads += 1;
    await hold;
    if (failing) throw failing;
    const asked = second ? secondWorld : world;
    if (asked === undefined) return undefined;
    const block = { number: Math.floor(blockTime / 12), timestamp: blockTime };
    const answers = new Map(
      reads.map((read) => {
        const plain = { ...read, key: "k" };
        return [read.key, answersIn(asked, [plain]).get("k")] as const;
      }),
    );
    const balances = new Map(native.map((one): [Address, bigint] => [one, balance]));
    return { answers, native: balances, block, endpoint: second ? "two.example" : "one.example" };
  },
  async logs() {
    calls.logs += 1;
    if (logsFail)
      throw new WeirError("chain/rpc", { endpoint: "one.example", method: "eth_getLogs", rpcCode: -32_000 });
    return [reportLog(blockTime - HOUR, 86_400, world.ether, world.ether + world.ether / 12_000n)];
  },
  fees: async () => {
    const level = { maxFeePerGas: 2_000_000_000n, maxPriorityFeePerGas: 1_000_000n };
    return { slow: level, normal: level, fast: level, baseFee: 1_000_000_000n };
  },
} satisfies Partial<ChainAccess> as unknown as ChainAccess;

beforeEach(() => {
  world = situations.open;
  secondWorld = undefined;
  time = start + 10;
  blockTime = start;
  failing = undefined;
  logsFail = false;
  calls = { reads: 0, logs: 0 };
  hold = undefined;
  accounts = [owner];
  store = memoryStore();
  told = [];
  portfolio = createPortfolio({
    access: () => access,
    protocols: [protocol],
    local: store,
    clock: { nowSeconds: () => time, monotonicMs: () => 0 },
    settings: async () => defaultSettings(),
    accounts: async () => accounts,
    onSnapshot: (...pair) => told.push(pair),
  });
});

async function refreshed(): Promise<Snapshot> {
  await portfolio.refresh(1, "open");
  const snapshot = await portfolio.snapshot(1);
  if (snapshot === undefined) throw new Error("no snapshot");
  return snapshot;
}
const lido = (snapshot: Snapshot) => snapshot.protocols[0];
const maximum = (assetId: string) =>
  portfolio.handlers["portfolio.max"]({ chainId: 1, accountId: "a", kind: "stake", assetId });

describe("a refresh", () => {
  it("asks for nothing without an account", async () => {
    accounts = [];
    expect(await portfolio.refresh(1, "open")).toBe(true);
    expect(calls.reads).toBe(0);
  });

  it("is shared by those who ask while it runs, but an operation's end gets one of its own", async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const all = [
      portfolio.refresh(1, "open"),
      portfolio.refresh(1, "alarm"),
      portfolio.refresh(1, "operation"),
      portfolio.refresh(1, "operation"),
    ];
    release();
    expect(await Promise.all(all)).toEqual([true, true, true, true]);
    expect(calls.reads).toBe(2);
  });

  it("keeps the snapshot and says why when the network cannot be read, and forgets that when it can", async () => {
    const before = await refreshed();
    failing = new WeirError("chain/unreachable", { endpoint: "one.example" });
    time += 60;
    expect(await portfolio.refresh(1, "open")).toBe(false);
    const after = await portfolio.snapshot(1);
    expect(after).toEqual({
      ...before,
      failure: { error: { code: "chain/unreachable", params: { endpoint: "one.example" } }, at: time },
    });
    failing = undefined;
    expect((await refreshed()).failure).toBeUndefined();
  });

  it("rejects when there is nothing to keep", async () => {
    failing = new WeirError("chain/unreachable", { endpoint: "one.example" });
    await expect(portfolio.refresh(1, "open")).rejects.toThrow("chain/unreachable");
  });

  it("does not go back to a block much older than the last", async () => {
    blockTime = start;
    await refreshed();
    blockTime = start - 2 * HOUR;
    expect(await portfolio.refresh(1, "open")).toBe(false);
    expect(await portfolio.snapshot(1)).toMatchObject({
      block: { timestamp: start },
      failure: { error: { code: "chain/stale" } },
    });
  });

  it("keeps positions and hides the yield while a rate cannot be right", async () => {
    const before = await refreshed();
    world = situations["rate-thousandfold"];
    const after = await refreshed();
    expect(after.positions).toEqual(before.positions);
    expect(lido(after)).toMatchObject({ failure: { code: "staking/rate-implausible" } });
    expect(lido(after)?.yield).toBeUndefined();
    world = situations.grown;
    const sound = await refreshed();
    expect(lido(sound)?.failure).toBeUndefined();
  });

  it("shows balances also when a node has no logs, and does not insist", async () => {
    logsFail = true;
    const snapshot = await refreshed();
    expect(snapshot.positions).toHaveLength(2);
    const asked = calls.logs;
    await refreshed();
    expect(calls.logs).toBe(asked);
  });

  it("reads logs again after an hour or a report, not before", async () => {
    expect(lido(await refreshed())?.yield?.method).toBe("reports");
    const first = calls.logs;
    blockTime += 60;
    await refreshed();
    expect(calls.logs).toBe(first);
    world = situations.grown;
    await refreshed();
    expect(calls.logs).toBe(2 * first);
    blockTime += HOUR;
    time = blockTime;
    await refreshed();
    expect(calls.logs).toBe(3 * first);
  });

  it("begins anew on a damaged snapshot", async () => {
    await store.set("snapshot:1", { version: 1, chainId: "one" });
    expect((await refreshed()).positions).toHaveLength(2);
  });
});

describe("redemptions", () => {
  it("are told once when they become claimable, and stay for 90 days after the claim", async () => {
    world = situations.queued;
    expect(nextWake(await refreshed())).toBe(time + 6 * HOUR);
    world = situations.ready;
    const ready = await refreshed();
    const [previous, next] = told.at(-1) ?? [];
    expect(claimableSince(previous?.redemptions, next?.redemptions ?? []).map((one) => one.id)).toEqual([
      "95",
    ]);
    expect(nextWake(ready)).toBeUndefined();
    await refreshed();
    const [then, now] = told.at(-1) ?? [];
    expect(claimableSince(then?.redemptions, now?.redemptions ?? [])).toEqual([]);

    world = situations.claimed;
    await refreshed();
    for (const [days, kept] of [
      [89, 1],
      [2, 0],
    ] as const) {
      blockTime += days * 86_400;
      time = blockTime;
      expect((await refreshed()).redemptions).toHaveLength(kept);
    }
  });

  it("stay listed when the position is empty", async () => {
    world = { ...situations.queued, stEthShares: 0n, wstEth: 0n };
    const snapshot = await refreshed();
    expect(snapshot.positions.every((one) => one.balance === 0n)).toBe(true);
    expect(snapshot.redemptions).toHaveLength(1);
  });
});

describe("the second opinion", () => {
  const verdicts: [Snapshot["secondOpinion"], World | undefined][] = [
    ["agreed", situations.open],
    ["single", undefined],
    ["disagreed", situations["rate-thousandfold"]],
  ];
  it.each(verdicts)("is %s", async (verdict, second) => {
    await refreshed();
    secondWorld = second;
    expect(await portfolio.secondOpinion(1, "lido")).toBe(verdict);
    expect((await portfolio.snapshot(1))?.secondOpinion).toBe(verdict);
    expect((await refreshed()).secondOpinion).toBe(verdict);
  });

  it("ends max when it disagrees", async () => {
    await refreshed();
    secondWorld = situations.slashed;
    await expect(maximum("native")).rejects.toMatchObject({
      code: "chain/disagree",
      params: { first: "one.example", second: "two.example" },
    });
  });
});

describe("the maximum", () => {
  it("keeps gas back from ether and nothing from a token", async () => {
    const ether = await maximum("native");
    expect(ether.amount + ether.reservedGasWei).toBe(balance);
    expect(ether.reservedGasWei).toBeGreaterThan(0n);
    const [token] = protocol.definition.tokens;
    const held = (await refreshed()).positions[0];
    expect((await maximum(token?.id ?? "")).amount).toBe(held?.balance);
  });

  it("is not named while the protocol's figures are in doubt or the network cannot be read", async () => {
    world = situations["rate-zero"];
    await expect(maximum(protocol.definition.tokens[0]?.id ?? "")).rejects.toMatchObject({
      code: "staking/state-unknown",
    });
    failing = new WeirError("chain/timeout", { endpoint: "one.example" });
    time += HOUR;
    await expect(maximum("native")).rejects.toMatchObject({ code: "chain/timeout" });
  });
});

describe("a quote", () => {
  const intent = {
    kind: "stake",
    protocol: "lido",
    amount: ONE,
    receive: protocol.definition.tokens[0]?.id ?? "",
  } as const;
  const quote = () => portfolio.handlers["portfolio.quote"]({ chainId: 1, accountId: "a", intent });

  it("comes from the stored snapshot alone", async () => {
    await expect(quote()).rejects.toMatchObject({ code: "staking/state-unknown" });
    await refreshed();
    const { reads, logs } = calls;
    expect((await quote()).gasWei).toBeUndefined();
    expect(calls).toEqual({ reads, logs });
  });

  it("counts the days until the network fee is earned once fees are known", async () => {
    await maximum("native");
    const known = await quote();
    expect(known.gasWei).toBe(200_000n * 1_001_000_000n);
    expect(known.breakEvenDays).toBeGreaterThan(0);
  });

  it("of an unknown protocol or account is refused", async () => {
    const ask = portfolio.handlers["portfolio.quote"];
    await expect(
      ask({ chainId: 1, accountId: "a", intent: { ...intent, protocol: "none" } }),
    ).rejects.toMatchObject({ code: "staking/unknown-protocol" });
    await expect(ask({ chainId: 1, accountId: "b", intent })).rejects.toMatchObject({
      code: "account/unknown",
    });
  });
});
