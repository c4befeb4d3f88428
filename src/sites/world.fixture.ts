import type { Account, AccountList, Address } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { Chain } from "../core/chain/chain.ts";
import { chains } from "../core/chain/chains.ts";
import type { KeyValueStore } from "../core/environment/environment.ts";
import { defaultSettings } from "../core/settings/settings.ts";
import type { Remark } from "../core/staking/plan.ts";
import type { SiteDependencies, WakeTarget } from "./dependencies.ts";
import { fakeOperations } from "./operations.fixture.ts";
import { fakePage } from "./page.fixture.ts";
import type { SitePort } from "./port.ts";
import { createSites, type Sites } from "./sites.ts";

export { broadcast, givenSignature, sentHash, signed } from "./operations.fixture.ts";

export const alice: Address = "0x00000000000000000000000000000000000a11ce";
export const bob: Address = "0x0000000000000000000000000000000000000b0b";
export const steth: Address = "0xae7ab96520de3a18e5e111b5eaab095312d7fe84";

/** A key-value area in memory that keeps JSON alone, as the browser's does. `fail` makes the next writes reject. */
export function memoryStore(): KeyValueStore & { data: Map<string, string>; fail: boolean } {
  const data = new Map<string, string>();
  const read = (key: string): unknown => {
    const text = data.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const area = {
    data,
    fail: false,
    get: async (key: string) => read(key),
    getMany: async (keys: readonly string[]) =>
      Object.fromEntries(keys.filter((key) => data.has(key)).map((key) => [key, read(key)])),
    entries: async (prefix: string) =>
      [...data.keys()]
        .filter((key) => key.startsWith(prefix))
        .map((key): [string, unknown] => [key, read(key)]),
    set: (key: string, value: unknown) => area.setMany({ [key]: value }),
    async setMany(values: Record<string, unknown>) {
      if (area.fail) throw new Error("quota");
      for (const [key, value] of Object.entries(values)) data.set(key, JSON.stringify(value));
    },
    async remove(key: string | readonly string[]) {
      for (const one of typeof key === "string" ? [key] : key) data.delete(one);
    },
    onChange: () => () => undefined,
  };
  return area;
}

function account(address: Address, hidden = false): Account {
  return { id: address, kind: "watch", address, label: address.slice(-4), hidden, createdAt: 1 };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
};

/** A browser, wallet and clock around sites. `restartWorker` keeps what storage keeps and nothing else. */
export function world() {
  const local = memoryStore();
  const session = memoryStore();
  const state = {
    seconds: 1_700_000_000,
    ms: 0,
    unlocked: true,
    accounts: [account(alice), account(bob)],
    /** Documents that are still there, by documentId. */
    there: new Set<string>(),
    settings: defaultSettings(),
    networks: [...chains] as Chain[],
    /** What is said of an origin. */
    verdicts: new Map<string, Remark[]>(),
    /** Who was asked about, with the page around. */
    judged: [] as (readonly [string, string | undefined])[],
    /** What a proposed network's check says. */
    chainRemarks: [] as Remark[],
    tokens: new Map<string, { asset: Asset; remarks: Remark[] }>(),
    sweepAt: 0,
  };
  const opened: string[] = [];
  const closed: number[] = [];
  const reads: [number, string, readonly unknown[]][] = [];
  const audited: string[] = [];
  const woken: WakeTarget[] = [];
  /** Operations that were shown in a tab, and what a person's yes has done. */
  const shown: string[] = [];
  const done: string[] = [];
  const operations = fakeOperations();
  const deps: SiteDependencies = {
    local,
    session,
    clock: { nowSeconds: () => state.seconds, monotonicMs: () => state.ms },
    audit: async (event) => void audited.push(event),
    accounts: async (): Promise<AccountList> => ({
      accounts: state.accounts,
      selectedId: null,
      phrases: [],
      devices: [],
    }),
    lock: { isUnlocked: () => state.unlocked },
    operations: operations.part,
    async passThrough(chainId, method, params) {
      reads.push([chainId, method, params]);
      return "0x01";
    },
    settings: async () => state.settings,
    networks: async () => state.networks,
    checkChain: async () => state.chainRemarks,
    async addChain({ chainId, name, native }) {
      done.push(`add ${chainId}`);
      if (state.networks.some((chain) => chain.chainId === chainId)) throw new Error("twice");
      const asset: Asset = { id: "native", ...native };
      const caip2 = `eip155:${chainId}`;
      state.networks.push({ chainId, caip2, name, native: asset, defaultEndpoints: [], blockSeconds: 2 });
    },
    lookUpToken: async (_, token) => state.tokens.get(token),
    watchAsset: async (chainId, asset) => void done.push(`watch ${chainId} ${asset.symbol}`),
    async verdicts(origin, framedBy) {
      state.judged.push([origin, framedBy]);
      return state.verdicts.get(origin) ?? [];
    },
    showOperation: async (id) => void shown.push(id),
    async openConfirm(id) {
      opened.push(id);
    },
    async closeConfirm() {
      closed.push(state.seconds);
    },
    async wake(target) {
      woken.push(target);
      return state.there.has(target.documentId ?? "");
    },
    async scheduleSweep(at) {
      state.sweepAt = at;
    },
    version: "1.2.3",
  };
  const it = {
    local,
    session,
    state,
    opened,
    closed,
    reads,
    audited,
    woken,
    shown,
    done,
    operations,
    deps,
    settle,
    sites: createSites(deps) as Sites,
    hide(address: Address) {
      state.accounts = state.accounts.map((one) => (one.address === address ? account(address, true) : one));
    },
    async restartWorker() {
      it.sites = createSites(deps);
    },
    page: (origin: string, sender: Partial<SitePort["sender"]> = {}) => fakePage(it, origin, sender),
  };
  return it;
}
export type World = ReturnType<typeof world>;
