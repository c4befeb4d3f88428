import { Wallet } from "ethers/wallet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { createEvmAccess } from "../../src/chains/evm/index.ts";
import type { Account, Address } from "../../src/core/account/account.ts";
import type { ChainAccess } from "../../src/core/chain/access.ts";
import { chainById } from "../../src/core/chain/chains.ts";
import { memoryStore } from "../../src/core/environment/testing/memory-store.ts";
import { defaultSettings } from "../../src/core/settings/settings.ts";
import type { Snapshot } from "../../src/core/snapshot/snapshot.ts";
import type { StakingIntent } from "../../src/core/staking/intent.ts";
import type { Plan } from "../../src/core/staking/plan.ts";
import { createPortfolio, type Portfolio } from "../../src/portfolio/portfolio.ts";
import { protocol } from "../../src/protocols/lido/index.ts";
import { ETHER } from "../devnet/lido-calls.ts";
import { carryOutPlan } from "./carry-out-plan.ts";

// The portfolio and Lido's plans against a real chain: what is planned is what happens, and figures are the chain's own.

let devnet: Devnet;
let access: ChainAccess;
let portfolio: Portfolio;
let wallet: Wallet;
let account: Address;
let httpRequests = 0;
let snapshots: { previous: Snapshot | undefined; next: Snapshot }[] = [];
const [stEth, wstEth] = protocol.definition.tokens.map((token) => token.id) as [string, string];

const clock = { nowSeconds: () => Math.floor(Date.now() / 1000), monotonicMs: () => performance.now() };

beforeAll(async () => {
  devnet = await startDevnet();
}, 120_000);
afterAll(() => devnet?.stop());

let used = 0;
beforeEach(() => {
  const own = devnet.accounts[used++]!;
  wallet = new Wallet(own.privateKey);
  account = own.address as Address;
  const chain = chainById(1)!;
  access = createEvmAccess({
    chain,
    endpoints: async () => [devnet.url],
    clock,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    http: async (url, body) => {
      httpRequests += 1;
      const answer = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
      return { status: answer.status, retryAfterSeconds: undefined, text: () => answer.text() };
    },
  });
  const record: Account = {
    id: "a",
    kind: "derived",
    address: account,
    label: "Main",
    hidden: false,
    createdAt: 0,
  };
  snapshots = [];
  portfolio = createPortfolio({
    access: () => access,
    protocols: [protocol],
    local: memoryStore(),
    clock,
    settings: async () => ({ ...defaultSettings(), fiat: true }),
    accounts: async () => [record],
    onSnapshot: (previous, next) => snapshots.push({ previous, next }),
  });
});

async function refreshed(): Promise<Snapshot> {
  expect(await portfolio.refresh(1, "open")).toBe(true);
  return (await portfolio.snapshot(1))!;
}
/** The snapshot once the report logs behind it are read as well. */
async function withYield(): Promise<Snapshot> {
  await refreshed();
  await expect.poll(async () => (await portfolio.snapshot(1))?.protocols[0]?.yield).toBeDefined();
  return (await portfolio.snapshot(1))!;
}
const held = (snapshot: Snapshot, id: string) => snapshot.positions.find((one) => one.token.id === id)!;

async function planned(intent: StakingIntent): Promise<Plan> {
  const snapshot = await refreshed();
  const { answers, block } = (await access.readMany({
    reads: protocol.planReads(intent, account),
    native: [],
  }))!;
  return protocol.plan(intent, snapshot.protocols[0]!.state, {
    account,
    now: clock.nowSeconds(),
    block,
    ...protocol.decodePlanReads(intent, account, answers),
    balances: new Map([
      ["native", snapshot.native[0]!.balance],
      ...snapshot.positions.map((one) => [one.token.id, one.balance] as const),
    ]),
    redemptions: snapshot.redemptions,
  });
}

const carryOut = (plan: Plan): Promise<void> => carryOutPlan(plan, { devnet, wallet, protocol });

const apart = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

describe("Lido on a chain", () => {
  it("brings what was planned, in either form, and back", async () => {
    const before = await refreshed();
    for (const receive of [stEth, wstEth]) {
      const plan = await planned({ kind: "stake", protocol: "lido", amount: 10n * ETHER, receive });
      await carryOut(plan);
      const effect = plan.effects.find((one) => one.asset.id === receive)!;
      const after = await refreshed();
      const gained = held(after, receive).balance - held(before, receive).balance;
      expect(apart(gained, effect.change) <= 2n).toBe(true);
    }
    for (const [from, to] of [
      [stEth, wstEth],
      [wstEth, stEth],
    ] as const) {
      const start = await refreshed();
      const plan = await planned({ kind: "convert", protocol: "lido", amount: 3n * ETHER, from, to });
      await carryOut(plan);
      const end = await refreshed();
      for (const effect of plan.effects) {
        const id = effect.asset.id;
        expect(apart(held(end, id).balance - held(start, id).balance, effect.change) <= 2n).toBe(true);
      }
      expect(
        end.positions.reduce((sum, one) => sum + one.worth, 0n) <=
          start.positions.reduce((sum, one) => sum + one.worth, 0n),
      ).toBe(true);
    }
  });

  it("shows yield, fiat and earned amounts that are the chain's own", async () => {
    await carryOut(await planned({ kind: "stake", protocol: "lido", amount: 100n * ETHER, receive: stEth }));
    const start = await withYield();
    expect(start.fiat?.price).toBeGreaterThan(0n);
    const rate = start.protocols[0]!.yield!;
    expect(rate.method).toBe("reports");
    expect(rate.ratePpm).toBeGreaterThan(28_000);
    expect(rate.ratePpm).toBeLessThan(32_000);
    await devnet.levers.passDays(3);
    const end = await refreshed();
    const position = held(end, stEth);
    expect(position.earned?.amount).toBe(position.balance - held(start, stEth).balance);
    expect(position.earned!.amount).toBeGreaterThan(0n);
    expect(position.earned!.since).toBeLessThanOrEqual(start.block.timestamp);
    await devnet.levers.slash({ amount: 5n * ETHER });
    const slashed = await refreshed();
    expect(held(slashed, stEth).earned!.amount).toBeLessThan(position.earned!.amount);
    expect(slashed.protocols[0]!.failure).toBeUndefined();
  });

  it("takes one HTTP request for a refresh in which nothing new happened", async () => {
    await carryOut(await planned({ kind: "stake", protocol: "lido", amount: 20n * ETHER, receive: stEth }));
    await carryOut(
      await planned({ kind: "redeem", protocol: "lido", amount: ETHER, token: stEth, approval: "approve" }),
    );
    await withYield();
    const before = httpRequests;
    await Promise.all([refreshed(), refreshed(), refreshed()]);
    expect(httpRequests - before).toBe(1);
  });

  it("follows requests by permit and approval from the queue to the claim", async () => {
    await carryOut(
      await planned({ kind: "stake", protocol: "lido", amount: 2_600n * ETHER, receive: stEth }),
    );
    await carryOut(
      await planned({ kind: "stake", protocol: "lido", amount: 1_500n * ETHER, receive: wstEth }),
    );
    const all = held(await refreshed(), stEth).balance;
    const byPermit = await planned({
      kind: "redeem",
      protocol: "lido",
      amount: all,
      token: stEth,
      approval: "permit",
    });
    expect(byPermit.steps.map((step) => step.kind)).toEqual(["permit", "permitted-call"]);
    await carryOut(byPermit);
    const wrapped = held(await refreshed(), wstEth).balance;
    const second = await planned({
      kind: "redeem",
      protocol: "lido",
      amount: wrapped,
      token: wstEth,
      approval: "permit",
    });
    await carryOut(second);
    const queued = await refreshed();
    expect(held(queued, stEth).balance <= 2n).toBe(true);
    expect(held(queued, wstEth).balance).toBe(0n);
    expect(queued.redemptions.map((one) => one.state)).toEqual(Array(5).fill("queued"));
    expect(
      apart(
        queued.redemptions.slice(0, 3).reduce((sum, one) => sum + one.amount, 0n),
        all,
      ),
    ).toBe(0n);

    await devnet.levers.passDays(1);
    await devnet.levers.finalise();
    const ready = await refreshed();
    expect(ready.redemptions.map((one) => one.state)).toEqual(Array(5).fill("ready"));
    await devnet.levers.pauseQueue(3_600);
    const ids = ready.redemptions.map((one) => one.id);
    const claim = await planned({ kind: "claim", protocol: "lido", ids: [...ids].reverse().slice(0, 4) });
    const native = (await refreshed()).native[0]!.balance;
    await carryOut(claim);
    const after = await refreshed();
    const paid = claim.effects[0]!.change;
    const gas = native + paid - after.native[0]!.balance;
    expect(gas > 0n && gas < ETHER / 100n).toBe(true);
    expect(after.redemptions.filter((one) => one.state === "claimed")).toHaveLength(4);
    expect(
      after.redemptions
        .filter((one) => one.state === "claimed")
        .reduce((sum, one) => sum + one.claimable!, 0n),
    ).toBe(paid);
    await devnet.levers.resumeQueue();
    expect((await refreshed()).redemptions).toHaveLength(5);
  });

  it("names a maximum that can be staked to the last wei of it", async () => {
    await withYield();
    const { amount, reservedGasWei } = await portfolio.handlers["portfolio.max"]({
      chainId: 1,
      accountId: "a",
      kind: "stake",
      assetId: "native",
    });
    expect(amount + reservedGasWei).toBe((await refreshed()).native[0]!.balance);
    const quote = await portfolio.handlers["portfolio.quote"]({
      chainId: 1,
      accountId: "a",
      intent: { kind: "stake", protocol: "lido", amount, receive: stEth },
    });
    expect(quote.breakEvenDays).toBeGreaterThan(0);
    expect(quote.remarks.every((one) => one.level !== "block")).toBe(true);
    await carryOut(await planned({ kind: "stake", protocol: "lido", amount, receive: stEth }));
  });

  it("leaves a request that was given away to its new owner", async () => {
    await carryOut(await planned({ kind: "stake", protocol: "lido", amount: 5n * ETHER, receive: stEth }));
    await carryOut(
      await planned({ kind: "redeem", protocol: "lido", amount: ETHER, token: stEth, approval: "permit" }),
    );
    const [request] = (await refreshed()).redemptions;
    await devnet.contracts.write(
      account,
      "WithdrawalQueue",
      devnet.addresses.withdrawalQueue,
      "transferFrom",
      [account, devnet.accounts[9]!.address, request!.id],
    );
    expect((await refreshed()).redemptions).toEqual([]);
  });
});
