import { Interface } from "ethers/abi";
import { Wallet } from "ethers/wallet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { createEvmAccess } from "../chains/evm/index.ts";
import type { Account, Address, Hex } from "../core/account/account.ts";
import { standingRead } from "../core/allowance/standing-reads.ts";
import { decodeAmount, encodeApprove, encodeBalanceOf } from "../core/asset/erc20.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { chainById } from "../core/chain/chains.ts";
import type { HttpPost } from "../core/environment/environment.ts";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import type { Operation } from "../core/operation/operation.ts";
import { siteAnswer } from "../core/operation/site-answer.ts";
import { defaultSettings } from "../core/settings/settings.ts";
import type { Intent } from "../core/staking/intent.ts";
import { protocol as lido } from "../protocols/lido/index.ts";
import { createSignerFactory } from "../signers/factory.ts";
import { createOperations, type Operations } from "./operations.ts";
import { planningFacts } from "./plan/planning-facts.ts";
import { approval } from "./testing/world.ts";

const ETHER = 10n ** 18n;
const CREATION: Hex = "0x6000600055";
let devnet: Devnet;
let access: ChainAccess;
let operations: Operations;
let account: Account;
let steth: Address;
let wsteth: Address;
let queue: Address;
const values = new Map<string, unknown>();
const finished: Operation[] = [];

const http: HttpPost = async (url, body, { timeoutMs }) => {
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  return { status: response.status, retryAfterSeconds: undefined, text: async () => text };
};
// The chain's clock runs ahead of the wall once days have passed.
let aheadSeconds = 0;
const clock = {
  nowSeconds: () => Math.floor(Date.now() / 1000) + aheadSeconds,
  monotonicMs: () => performance.now(),
};
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

beforeAll(async () => {
  devnet = await startDevnet({ historyDays: 2 });
  steth = devnet.addresses.steth as Address;
  wsteth = devnet.addresses.wsteth as Address;
  queue = devnet.addresses.withdrawalQueue as Address;
  const key = devnet.accounts[3]?.privateKey ?? "";
  const chain = chainById(1);
  if (!chain) throw new Error("no chain");
  account = {
    id: "three",
    kind: "imported",
    address: new Wallet(key).address as Address,
    label: "Three",
    hidden: false,
    createdAt: 0,
  };
  access = createEvmAccess({ chain, endpoints: async () => [devnet.url], http, clock, sleep });
  const noDesk = { request: () => Promise.reject(new Error("no device")) };
  const vault = {
    isUnlocked: async () => true,
    withSecretKey: async <T>(_account: Account, use: (bytes: Uint8Array) => T | Promise<T>) =>
      use(Uint8Array.from(Buffer.from(key.slice(2), "hex"))),
  };
  operations = createOperations({
    access: () => access,
    chain: async (chainId) => chainById(chainId),
    settings: async () => defaultSettings(),
    protocols: { byId: (id) => (id === "lido" ? lido : undefined), onChain: () => [lido] },
    signers: createSignerFactory({ vault, desk: noDesk, audit: async () => undefined }),
    accounts: { get: async (id) => (id === account.id ? account : undefined) },
    snapshots: { get: async () => undefined },
    secondOpinion: async () => "single",
    local: memoryStore(values),
    session: memoryStore(),
    clock,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sleep,
    audit: async () => undefined,
    onFinished: (operation) => finished.push(operation),
  });
}, 180_000);
afterAll(async () => devnet?.stop());

async function balance(token: Address): Promise<bigint> {
  const read = { key: "balance", to: token, data: encodeBalanceOf(account.address) };
  const result = await access.readMany({ reads: [read], native: [] });
  return decodeAmount(result?.answers.get("balance")) ?? 0n;
}

async function finish(planned: Operation): Promise<Operation> {
  const previewed = await operations.handlers["operations.preview"]({ id: planned.id });
  expect(previewed.preview?.blocked).toBeUndefined();
  await operations.handlers["operations.approve"](approval(previewed));
  for (let look = 0; look < 6; look++) {
    await operations.tick();
    await devnet.levers.mine(1);
  }
  const key = `operation:${planned.id}`;
  expect(values.get(key)).toMatchObject({ state: "confirmed" });
  return previewed;
}

const plan = (intent: Intent) =>
  operations.handlers["operations.plan"]({ chainId: 1, accountId: account.id, intent });
const changeOf = (operation: Operation, id: string) =>
  operation.preview?.effects?.find(({ asset }) => asset.id.toLowerCase() === id.toLowerCase())?.change ?? 0n;

describe("the whole life of a stake on a real node", () => {
  it("stakes, and what was shown is what came", async () => {
    const shown = await finish(
      await plan({ kind: "stake", protocol: "lido", amount: 5n * ETHER, receive: steth.toLowerCase() }),
    );
    expect(changeOf(shown, "native")).toBe(-5n * ETHER);
    expect(changeOf(shown, steth)).toBe(await balance(steth));
    expect(5n * ETHER - (await balance(steth))).toBeLessThanOrEqual(2n);
  }, 60_000);

  it("wraps in two transactions", async () => {
    const shown = await finish(
      await plan({
        kind: "convert",
        protocol: "lido",
        amount: 2n * ETHER,
        from: steth.toLowerCase(),
        to: wsteth.toLowerCase(),
      }),
    );
    expect(shown.plan.steps.map(({ kind }) => kind)).toEqual(["approve", "call"]);
    expect(changeOf(shown, wsteth)).toBe(await balance(wsteth));
  }, 60_000);

  it("asks for a redemption with a permit in one transaction", async () => {
    const amount = ETHER;
    const before = await balance(wsteth);
    const shown = await finish(
      await plan({
        kind: "redeem",
        protocol: "lido",
        amount,
        token: wsteth.toLowerCase(),
        approval: "permit",
      }),
    );
    expect(shown.plan.steps.map(({ kind }) => kind)).toEqual(["permit", "permitted-call"]);
    expect(changeOf(shown, wsteth)).toBe(-amount);
    expect(before - (await balance(wsteth))).toBe(amount);
  }, 60_000);

  it("claims when the queue has paid", async () => {
    await devnet.levers.passDays(3);
    await devnet.levers.finalise();
    aheadSeconds = (await access.latestBlock()).timestamp - Math.floor(Date.now() / 1000);
    const facts = await planningFacts({
      access,
      protocol: lido,
      account: account.address,
      intent: undefined,
      snapshot: undefined,
      now: clock.nowSeconds(),
    });
    const ids = facts.context.redemptions.filter(({ state }) => state === "ready").map(({ id }) => id);
    expect(ids).toHaveLength(1);
    const shown = await finish(await plan({ kind: "claim", protocol: "lido", ids }));
    expect(changeOf(shown, "native") > ETHER).toBe(true);
  }, 60_000);

  it("sends all stETH to the last wei", async () => {
    const to = devnet.accounts[8]?.address as Address;
    const shown = await finish(
      await plan({ kind: "send", assetId: steth.toLowerCase(), to, amount: 0n, max: true }),
    );
    expect(changeOf(shown, steth)).toBeLessThan(-ETHER);
    expect(await balance(steth)).toBe(0n);
  }, 60_000);

  it("sends all ether but the fee", async () => {
    const to = devnet.accounts[9]?.address as Address;
    const before = await access.readMany({ reads: [], native: [account.address] });
    const shown = await plan({ kind: "send", assetId: "native", to, amount: 0n, max: true });
    expect(before?.native.get(account.address)).toBeDefined();
    await finish(shown);
    const after = await access.readMany({ reads: [], native: [account.address] });
    expect([...(after?.native.values() ?? [])][0]).toBeLessThan(ETHER / 100n);
    await devnet.levers.fund(account.address, 10n * ETHER);
  }, 60_000);

  it("lets a site have less than it asked for", async () => {
    const ask = (requestId: string, to: Address | undefined, data: Hex) =>
      operations.planForSite({
        origin: "https://site.example",
        requestId,
        chainId: 1,
        account,
        ask: { kind: "transaction", from: account.address, to, data, value: 0n },
      });
    const created = await ask("creation", undefined, CREATION);
    const creation = await operations.handlers["operations.preview"]({ id: created.id });
    expect(creation.plan.steps[0]?.words.key).toBe("step.deploy");
    expect(creation.preview?.blocked).toBeUndefined();
    const unlimited = encodeApprove(queue, 2n ** 256n - 1n);
    const planned = await ask("approval", steth, unlimited);
    const shown = await operations.handlers["operations.preview"]({ id: planned.id });
    expect(shown.preview?.remarks.map(({ words }) => words.key)).toContain("remark.unlimited-amount");
    const limited = await operations.handlers["operations.setSpendLimit"]({ id: planned.id, amount: ETHER });
    expect(limited.preview?.allowances).toMatchObject([{ before: 0n, after: ETHER, symbol: "stETH" }]);
    await operations.handlers["operations.approve"](approval(limited));
    expect(finished.at(-1)).toMatchObject({ id: planned.id, state: "running" });
    expect(finished.at(-1)?.steps[0]?.attempts[0]?.broadcastAt).toBeDefined();
  }, 60_000);

  it("gives a site a permit that the token takes", async () => {
    const planned = await operations.planForSite({
      origin: "https://site.example",
      requestId: "grant",
      chainId: 1,
      account,
      ask: {
        kind: "lst-approval",
        from: account.address,
        token: steth,
        spender: queue,
        amount: 5n * ETHER,
        until: Math.floor(Date.now() / 1000) + 10 * 365 * 86_400,
        purpose: "test",
      },
    });
    const shown = await operations.handlers["operations.preview"]({ id: planned.id });
    expect(shown.preview?.allowances).toMatchObject([{ form: "permit", after: 5n * ETHER, symbol: "stETH" }]);
    const done = await operations.handlers["operations.approve"](approval(shown));
    const grant = siteAnswer(done) as { v: number; r: Hex; s: Hex; until: number };
    const token = new Interface(["function permit(address,address,uint256,uint256,uint8,bytes32,bytes32)"]);
    const data = token.encodeFunctionData("permit", [
      account.address,
      queue,
      5n * ETHER,
      grant.until,
      grant.v,
      grant.r,
      grant.s,
    ]) as Hex;
    const read = standingRead("erc20", { owner: account.address, token: steth, spender: queue }, "allowance");
    const taken = await access.simulate({
      calls: [{ from: account.address, to: steth, data, value: 0n }],
      reads: [read],
    });
    expect(taken.revertReason).toBeUndefined();
    expect(BigInt(taken.after?.get("allowance") ?? 0)).toBe(5n * ETHER);
  }, 60_000);
});
