import type { Account, AccountList, Address } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { Chain } from "../core/chain/chain.ts";
import { chains } from "../core/chain/chains.ts";
import type { KeyValueStore } from "../core/environment/environment.ts";
import type { Operation } from "../core/operation/operation.ts";
import { defaultSettings } from "../core/settings/settings.ts";
import type { OperationAsk } from "../core/site/site.ts";
import type { Intent } from "../core/staking/intent.ts";
import type { Remark } from "../core/staking/plan.ts";
import { pagePortName } from "../messages/page/envelope.ts";
import type { Reply } from "../messages/page/reply.ts";
import type { SiteDependencies, SiteOperations, WakeTarget } from "./dependencies.ts";
import type { SitePort } from "./port.ts";
import { createSites, type Sites } from "./sites.ts";

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

/** What an ask becomes, as operations have it. */
function intentOf(origin: string, requestId: string, ask: OperationAsk): Intent {
  const from = { origin, requestId };
  switch (ask.kind) {
    case "transaction": {
      const { kind: _, from: __, ...transaction } = ask;
      return { kind: "site-transaction", ...from, ...transaction };
    }
    case "calls":
      return { kind: "site-calls", ...from, bundleId: ask.bundleId, calls: ask.calls };
    case "message":
      return { kind: "site-message", ...from, bytes: ask.bytes };
    case "typed-data":
      return { kind: "site-typed-data", ...from, json: ask.json };
    case "lst-approval": {
      const { kind: _, from: __, ...approval } = ask;
      return { kind: "site-approval", ...from, ...approval };
    }
  }
}

/** Operations as far as sites see them; a test changes `made` as the wallet's own part would. */
function fakeOperations() {
  const made = new Map<string, Operation>();
  const failing = { next: undefined as unknown };
  const part: SiteOperations = {
    async planForSite({ origin, requestId, chainId, account: from, ask }) {
      if (failing.next) throw failing.next;
      const id = `op-${requestId}`.slice(0, 60);
      const calls = ask.kind === "calls" ? ask.calls.length : 1;
      const operation: Operation = made.get(id) ?? {
        id,
        chainId,
        accountId: from,
        account: from,
        origin,
        intent: intentOf(origin, requestId, ask),
        plan: { steps: [], effects: [], remarks: [] },
        state: "planned",
        feeLevel: "normal",
        steps: Array.from({ length: calls }, () => ({ state: "waiting" as const, attempts: [] })),
        createdAt: 1,
        updatedAt: 1,
      };
      made.set(id, operation);
      return operation;
    },
    get: async (id) => made.get(id),
    bundle: async (origin, bundleId) =>
      [...made.values()].find(
        ({ intent }) =>
          intent.kind === "site-calls" && intent.origin === origin && intent.bundleId === bundleId,
      ),
    receipts: async ({ steps }) => steps.map(() => undefined),
    async reject(id) {
      const operation = made.get(id);
      if (operation?.state === "planned") made.set(id, { ...operation, state: "rejected" });
    },
  };
  return { part, made, failing };
}

export const sentHash = `0x${"5e".repeat(32)}` as const;

/** `operation` as it is after its transaction was sent. */
export function broadcast(operation: Operation): Operation {
  return {
    ...operation,
    state: "running",
    steps: [
      {
        state: "broadcast",
        attempts: [
          {
            purpose: "original",
            hash: sentHash,
            raw: "0x02",
            nonce: 0,
            fee: { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n },
            signedAt: 2,
            broadcastAt: 3,
          },
        ],
      },
    ],
  };
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
    accounts: async (): Promise<AccountList> => ({ accounts: state.accounts, selectedId: null, phrases: [] }),
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
    verdicts: async (origin) => state.verdicts.get(origin) ?? [],
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

let pages = 0;

/** One document with its relay's channel. `connect` gives it a port to the present worker. */
function fakePage(around: World, origin: string, sender: Partial<SitePort["sender"]>) {
  pages += 1;
  const documentId = `doc-${pages}`;
  const channel = pages.toString(16).padStart(32, "0");
  around.state.there.add(documentId);
  let hear: ((message: unknown) => void) | undefined;
  let drop: (() => void) | undefined;
  let sequence = 0;
  const replies: Reply[] = [];
  const page = {
    channel,
    documentId,
    replies,
    disconnected: 0,
    name: pagePortName,
    connect() {
      around.sites.handlePort({
        sender: {
          origin,
          url: `${origin}/app`,
          tabId: pages,
          frameId: 0,
          documentId,
          documentLifecycle: "active",
          ...sender,
        },
        postMessage: (message) => void replies.push(JSON.parse(JSON.stringify(message)) as Reply),
        onMessage: (listener) => {
          hear = listener;
        },
        onDisconnect: (listener) => {
          drop = listener;
        },
        disconnect: () => {
          page.disconnected += 1;
        },
      });
      return page;
    },
    envelope(id: number, method: string, params: unknown, change: Record<string, unknown> = {}) {
      sequence += 1;
      return {
        channel,
        sequence,
        nonce: (0xabc000 + sequence).toString(16).padStart(32, "0"),
        time: around.state.seconds * 1000,
        body: {
          kind: "request",
          id,
          method,
          params: typeof params === "string" ? params : JSON.stringify(params),
        },
        ...change,
      };
    },
    /** Posts anything at all. */
    async post(message: unknown) {
      hear?.(message);
      await settle();
    },
    /** Sends a request and gives the reply to it, undefined while there is none. */
    async ask(id: number, method: string, params: unknown = []) {
      await page.post(page.envelope(id, method, params));
      return page.reply(id);
    },
    reply(id: number) {
      const found = replies.findLast((one) => "id" in one && one.id === id);
      return found as { id: number; result?: unknown; error?: { code: number; message: string } } | undefined;
    },
    events: (name: string) =>
      replies.flatMap((one) => ("event" in one && one.event === name ? [one.data] : [])),
    /** The page goes away: closed or navigated. */
    async leave() {
      around.state.there.delete(documentId);
      drop?.();
      await settle();
    },
    /** Connected and granted `accounts` through the window. */
    async granted(accounts: Address[]) {
      page.connect();
      await page.ask(1, "eth_requestAccounts");
      await around.sites.handlers["sites.approveConnect"]({ id: `${channel}.1`, accounts });
      await settle();
      return page;
    },
  };
  return page;
}
