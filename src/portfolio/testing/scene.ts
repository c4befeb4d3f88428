import type { Account, Address } from "../../core/account/account.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { memoryStore } from "../../core/environment/testing/memory-store.ts";
import { WeirError } from "../../core/errors/index.ts";
import { defaultSettings } from "../../core/settings/settings.ts";
import type { Snapshot } from "../../core/snapshot/snapshot.ts";
import {
  account,
  answersIn,
  reportLog,
  situations,
  start,
  type World,
} from "../../protocols/lido/fixture.ts";
import { protocol } from "../../protocols/lido/index.ts";
import { createPortfolio, type Portfolio } from "../portfolio.ts";

export const HOUR = 3_600;
export const ETHER = 10n ** 18n;
/** wei that the account has. */
export const balance = 5n * ETHER;

const owner: Account = {
  id: "a",
  kind: "derived",
  address: account,
  label: "Main",
  hidden: false,
  createdAt: 0,
};

/** A portfolio on a scripted network: the fields say what its nodes answer and when. */
export interface Scene {
  world: World;
  /** What the second endpoint says; undefined = there is none. */
  secondWorld: World | undefined;
  /** Who answers when the second endpoint is asked. */
  secondHost: string;
  time: number;
  blockTime: number;
  failing: WeirError | undefined;
  logsFail: boolean;
  feesFail: boolean;
  calls: { reads: number; logs: number };
  /** Reads wait for it. */
  hold: Promise<void> | undefined;
  /** Logs wait for it. */
  holdLogs: Promise<void> | undefined;
  accounts: Account[];
  store: ReturnType<typeof memoryStore>;
  portfolio: Portfolio;
  /** Previous and next snapshot, as they were told. */
  told: (Snapshot | undefined)[][];
  /** The snapshot after a refresh and all that it began. */
  refreshed(): Promise<Snapshot>;
  maximum(assetId: string): Promise<{ amount: bigint; reservedGasWei: bigint }>;
}

export function createScene(): Scene {
  const access = {
    chainId: 1,
    async readMany({ reads, native, second }) {
      scene.calls.reads += 1;
      await scene.hold;
      if (scene.failing) throw scene.failing;
      const asked = second ? scene.secondWorld : scene.world;
      if (asked === undefined) return undefined;
      const block = { number: Math.floor(scene.blockTime / 12), timestamp: scene.blockTime };
      const answers = new Map(
        reads.map((read) => [read.key, answersIn(asked, [{ ...read, key: "k" }]).get("k")] as const),
      );
      const balances = new Map(native.map((one): [Address, bigint] => [one, balance]));
      return { answers, native: balances, block, endpoint: second ? scene.secondHost : "one.example" };
    },
    async logs() {
      scene.calls.logs += 1;
      await scene.holdLogs;
      if (scene.logsFail) {
        const method = "eth_getLogs";
        throw new WeirError("chain/rpc", { endpoint: "one.example", method, rpcCode: -32_000 });
      }
      const { ether } = scene.world;
      return [reportLog(scene.blockTime - HOUR, 86_400, ether, ether + ether / 12_000n)];
    },
    fees: async () => {
      if (scene.feesFail) throw new WeirError("operation/fee-implausible", { gwei: "2000" });
      const level = { maxFeePerGas: 2_000_000_000n, maxPriorityFeePerGas: 1_000_000n };
      return { slow: level, normal: level, fast: level, baseFee: 1_000_000_000n };
    },
  } satisfies Partial<ChainAccess> as unknown as ChainAccess;

  const store = memoryStore();
  const portfolio = createPortfolio({
    access: () => access,
    protocols: [protocol],
    local: store,
    clock: { nowSeconds: () => scene.time, monotonicMs: () => 0 },
    settings: async () => defaultSettings(),
    accounts: async () => scene.accounts,
    onSnapshot: (...pair) => scene.told.push(pair),
  });
  const scene: Scene = {
    world: situations.open,
    secondWorld: undefined,
    secondHost: "two.example",
    time: start + 10,
    blockTime: start,
    failing: undefined,
    logsFail: false,
    feesFail: false,
    calls: { reads: 0, logs: 0 },
    hold: undefined,
    holdLogs: undefined,
    accounts: [owner],
    store,
    portfolio,
    told: [],
    async refreshed() {
      await portfolio.refresh(1, "open");
      await settled();
      const snapshot = await portfolio.snapshot(1);
      if (snapshot === undefined) throw new Error("no snapshot");
      return snapshot;
    },
    maximum: (assetId) =>
      portfolio.handlers["portfolio.max"]({ chainId: 1, accountId: "a", kind: "stake", assetId }),
  };
  return scene;
}

/** After everything that was begun and waits for nothing scripted. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
