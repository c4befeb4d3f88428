import { beforeEach, describe, expect, it } from "vitest";
import type { Address } from "../core/account/account.ts";
import { formatAddress } from "../core/account/address.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import { WeirError } from "../core/errors/index.ts";
import { type AddedNetwork, defaultSettings } from "../core/settings/settings.ts";
import { account, answersIn, situations, start, type World } from "../protocols/lido/fixture.ts";
import { protocol } from "../protocols/lido/index.ts";
import { createPortfolio } from "./portfolio.ts";

const ETHER = 10n ** 18n;
const staker = formatAddress(account);
const stranger: Address = "0x1111111111111111111111111111111111111111";
const [stEth, wstEth] = protocol.definition.tokens;

/** Ethereum with Lido, and an added network; the fields say what they answer. */
function createScene() {
  const store = memoryStore();
  const scene = {
    world: situations.open as World,
    failing: new Map<number, Error>(),
    hold: undefined as Promise<void> | undefined,
    /** Of each request: its network, and whose native balances it asks. */
    asked: [] as { chainId: number; native: readonly Address[]; reads: number }[],
    store,
  };
  const accessOf = (chainId: number) =>
    ({
      chainId,
      async readMany({ reads, native }) {
        scene.asked.push({ chainId, native, reads: reads.length });
        await scene.hold;
        const failure = scene.failing.get(chainId);
        if (failure) throw failure;
        const answers = new Map(
          reads.map((read) => [read.key, answersIn(scene.world, [{ ...read, key: "k" }]).get("k")] as const),
        );
        return {
          answers,
          native: new Map(native.map((one) => [one, one === staker ? 5n * ETHER : 0n])),
          block: { number: 9, timestamp: start },
          endpoint: `node-${chainId}.example`,
        };
      },
    }) satisfies Partial<ChainAccess> as unknown as ChainAccess;
  const added: AddedNetwork = {
    chainId: 4242,
    name: "Added",
    native: { name: "Coin", symbol: "COIN", decimals: 18 },
    blockSeconds: 2,
    multicall: false,
    addedAt: 0,
  };
  const portfolio = createPortfolio({
    access: accessOf,
    protocols: [protocol],
    local: store,
    clock: { nowSeconds: () => start + 10, monotonicMs: () => 0 },
    settings: async () => ({ ...defaultSettings(), networks: [added] }),
    accounts: async () => [],
  });
  const look = (...addresses: Address[]) => portfolio.handlers["devices.look"]({ addresses });
  return { scene, look };
}

let { scene, look } = createScene();
beforeEach(() => {
  ({ scene, look } = createScene());
});

const holding = (token: typeof stEth, amount: bigint) => ({
  assetId: token?.id,
  symbol: token?.symbol,
  decimals: 18,
  amount,
  kind: "token",
});

describe("looking at addresses that are no accounts yet", () => {
  it("asks each network once, for all of them, and stores nothing", async () => {
    const { read, failed } = await look(staker, stranger);
    expect(failed).toEqual([]);
    expect(scene.asked).toMatchObject([
      { chainId: 1, native: [staker, stranger] },
      { chainId: 4242, native: [staker, stranger], reads: 0 },
    ]);
    const worth = (situations.open.stEthShares * situations.open.ether) / situations.open.shares;
    expect(read).toEqual([
      {
        address: staker,
        chainId: 1,
        native: 5n * ETHER,
        holdings: [holding(stEth, worth), holding(wstEth, situations.open.wstEth)],
      },
      { address: stranger, chainId: 1, native: 0n, holdings: [] },
      { address: staker, chainId: 4242, native: 5n * ETHER, holdings: [] },
      { address: stranger, chainId: 4242, native: 0n, holdings: [] },
    ]);
    expect(scene.store.content.size).toBe(0);
  });

  it("takes any spelling of an address, and one address once", async () => {
    const { read } = await look(account, staker);
    expect(read.map(({ address, chainId }) => [address, chainId])).toEqual([
      [staker, 1],
      [staker, 4242],
    ]);
  });

  it("tells redemptions as one amount: what is on its way, and what can be claimed", async () => {
    const first = situations.queued.requests[0];
    if (!first) throw new Error("no request");
    const done = { ...first, id: 80n, amount: 3n * ETHER, finalized: true };
    const requests = [first, { ...first, id: 96n, amount: ETHER }, done, { ...done, id: 81n, claimed: true }];
    scene.world = { ...situations.open, stEthShares: 0n, wstEth: 0n, requests };
    const { read } = await look(stranger, staker);
    const ether = { assetId: "native", symbol: "ETH", decimals: 18 };
    expect(read[0]?.holdings).toEqual([]);
    expect(read[1]?.holdings).toEqual([
      { ...ether, kind: "unbonding", amount: 3n * ETHER },
      { ...ether, kind: "claimable", amount: 3n * ETHER },
    ]);
  });

  it("gives what other networks answer when one fails", async () => {
    scene.failing.set(1, new WeirError("chain/timeout", { endpoint: "node-1.example" }));
    const { read, failed } = await look(staker);
    expect(read).toEqual([{ address: staker, chainId: 4242, native: 5n * ETHER, holdings: [] }]);
    expect(failed).toEqual([
      { chainId: 1, error: { code: "chain/timeout", params: { endpoint: "node-1.example" } } },
    ]);
    scene.failing.set(4242, new Error("whatever"));
    expect((await look(staker)).failed.map(({ error }) => error.code)).toEqual([
      "chain/timeout",
      "message/internal",
    ]);
  });

  it("does not let a stake that cannot be read look like none", async () => {
    scene.world = situations["rate-zero"];
    const { read, failed } = await look(staker);
    expect(read.map(({ chainId }) => chainId)).toEqual([4242]);
    expect(failed).toMatchObject([{ chainId: 1, error: { code: "staking/rate-implausible" } }]);
  });

  it("is one look at a time, shared by those who ask the same", async () => {
    let release = () => {};
    scene.hold = new Promise((resolve) => {
      release = resolve;
    });
    const same = [look(staker), look(staker)];
    const other = look(stranger);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(scene.asked.map(({ native }) => native)).toEqual([[staker], [staker]]);
    release();
    const [one, two] = await Promise.all(same);
    expect(one).toBe(two);
    expect((await other).read).toHaveLength(2);
    expect(scene.asked).toHaveLength(4);
    await look(staker);
    expect(scene.asked).toHaveLength(6);
  });
});
