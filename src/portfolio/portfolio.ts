import type { Account } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { networksOf } from "../core/chain/networks.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import type { ErrorReport } from "../core/errors/index.ts";
import { errorFromReport, errorReport, WeirError } from "../core/errors/index.ts";
import { createSerial } from "../core/serial/serial.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { Protocol } from "../core/staking/protocol.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { createLook } from "./look.ts";
import { maximumOf } from "./maximum.ts";
import { quoteOf } from "./quote.ts";
import { type Refreshed, refreshChain } from "./refresh.ts";
import { askSecond, type Holder, type Opinion } from "./second-opinion.ts";
import { snapshotStore } from "./snapshots.ts";

/** Why a refresh happens. After an operation a refresh under way is not joined: it may have read too early. */
export type RefreshReason = "open" | "operation" | "alarm" | "settings";

export interface PortfolioDependencies {
  /** Throws or rejects chain/unknown for a network the wallet does not have. */
  access(chainId: number): ChainAccess;
  protocols: readonly Protocol[];
  local: KeyValueStore;
  clock: Clock;
  settings(): Promise<Settings>;
  accounts(): Promise<readonly Account[]>;
  /** Tokens that the person watches on a network. */
  watched?(chainId: number): Promise<readonly Asset[]>;
  /** After each new snapshot, with the one before: for the badge, notifications and the next alarm. */
  onSnapshot?: (previous: Snapshot | undefined, next: Snapshot) => void;
}

type PortfolioCommand =
  | "portfolio.refresh"
  | "portfolio.quote"
  | "portfolio.max"
  | "portfolio.protocols"
  | "devices.look";

export interface Portfolio {
  handlers: Pick<CommandHandlers, PortfolioCommand>;
  /**
   * Reads the network and writes its snapshot; one at a time per network, callers in between share it. False when
   * the network could not be read: the old snapshot stays, with the failure. Rejects when there is no old one.
   */
  refresh(chainId: number, reason: RefreshReason): Promise<boolean>;
  /** The stored snapshot. */
  snapshot(chainId: number): Promise<Snapshot | undefined>;
  /** Whether a second endpoint gives the same rate (of one protocol, or of all); kept in the snapshot. */
  secondOpinion(chainId: number, protocolId?: string): Promise<Opinion["verdict"]>;
}

const FRESH_SECONDS = 30;

export function createPortfolio(deps: PortfolioDependencies): Portfolio {
  const snapshots = snapshotStore(deps.local);
  const running = new Map<number, Promise<boolean>>();
  const waiting = new Map<number, Promise<boolean>>();
  const verdicts = new Map<number, Opinion["verdict"]>();
  const inTurn = createSerial();
  const protocolsOn = (chainId: number): Protocol[] =>
    deps.protocols.filter((one) => one.definition.chainId === chainId);

  async function read(chainId: number, superseded: () => boolean): Promise<boolean> {
    const [accounts, settings, previous, watched] = await Promise.all([
      deps.accounts(),
      deps.settings(),
      snapshots.get(chainId),
      deps.watched?.(chainId) ?? [],
    ]);
    // Nobody to read for: no request.
    if (accounts.length === 0) return true;
    try {
      const refreshed = await refreshChain({
        access: deps.access(chainId),
        protocols: protocolsOn(chainId),
        accounts: accounts.map((account) => account.address),
        previous,
        snapshots,
        secondOpinion: () => verdicts.get(chainId) ?? previous?.secondOpinion ?? "single",
        agreedRate: async (id) => (await opinion(chainId, id, undefined)).rates.get(id),
        fiat: settings.fiat,
        watched,
        local: deps.local,
        clock: deps.clock,
      });
      deps.onSnapshot?.(previous, refreshed.snapshot);
      addLogs(chainId, refreshed);
      return true;
    } catch (error) {
      if (previous === undefined || superseded()) throw error;
      const failure = { error: errorReport(error, "portfolio.refresh"), at: deps.clock.nowSeconds() };
      await snapshots.amend(chainId, (stored) => ({ ...stored, failure }));
      return false;
    }
  }

  /** Logs may take many requests on a node that gives few at once: nobody waits for them. */
  function addLogs(chainId: number, { readLogs }: Refreshed): void {
    if (readLogs === undefined) return;
    void inTurn(`logs:${chainId}`, readLogs)
      // Waiting times are known better now, and with them the next alarm; nothing became claimable by it.
      .then((amended) => amended && deps.onSnapshot?.(amended, amended))
      .catch(() => undefined);
  }

  function start(chainId: number): Promise<boolean> {
    const superseded = (): boolean => running.get(chainId) !== task;
    const task: Promise<boolean> = read(chainId, superseded).finally(() => {
      if (!superseded()) running.delete(chainId);
    });
    running.set(chainId, task);
    return task;
  }

  function refresh(chainId: number, reason: RefreshReason): Promise<boolean> {
    const current = running.get(chainId);
    if (current === undefined) return start(chainId);
    // The one under way asks endpoints that are no longer wanted: it is left to its end, and its failure is nobody's news.
    if (reason === "settings") {
      current.catch(() => undefined);
      return start(chainId);
    }
    if (reason !== "operation") return waiting.get(chainId) ?? current;
    const queued = waiting.get(chainId);
    if (queued !== undefined) return queued;
    const after = current
      .catch(() => false)
      .then(() => {
        waiting.delete(chainId);
        return running.get(chainId) ?? start(chainId);
      });
    waiting.set(chainId, after);
    return after;
  }

  async function accountById(id: string): Promise<Account> {
    const account = (await deps.accounts()).find((one) => one.id === id);
    if (account === undefined) throw new WeirError("account/unknown", {});
    return account;
  }

  async function freshSnapshot(chainId: number): Promise<Snapshot> {
    const isFresh = (one: Snapshot): boolean =>
      one.failure === undefined && deps.clock.nowSeconds() - one.takenAt <= FRESH_SECONDS;
    const stored = await snapshots.get(chainId);
    if (stored !== undefined && isFresh(stored)) return stored;
    await refresh(chainId, "open");
    const next = await snapshots.get(chainId);
    if (next === undefined) throw new WeirError("staking/state-unknown", { protocol: String(chainId) });
    if (next.failure !== undefined) throw errorFromReport(next.failure.error as ErrorReport);
    return next;
  }

  async function opinion(
    chainId: number,
    protocolId: string | undefined,
    holder: Holder | undefined,
  ): Promise<Opinion> {
    const asked = protocolsOn(chainId).filter(
      (one) => protocolId === undefined || one.definition.id === protocolId,
    );
    const found = await askSecond(deps.access(chainId), asked, holder);
    verdicts.set(chainId, found.verdict);
    await snapshots.amend(chainId, (stored) => ({ ...stored, secondOpinion: found.verdict }));
    return found;
  }

  return {
    refresh,
    snapshot: (chainId) => snapshots.get(chainId),
    secondOpinion: async (chainId, protocolId) => (await opinion(chainId, protocolId, undefined)).verdict,
    handlers: {
      ...createLook({
        access: deps.access,
        networks: async () => networksOf(await deps.settings()),
        protocolsOn,
      }),
      "portfolio.refresh": async ({ chainId }) => ({ ok: await refresh(chainId, "open") }),
      "portfolio.quote": async ({ chainId, accountId, intent }) => {
        const protocol = protocolsOn(chainId).find((one) => one.definition.id === intent.protocol);
        if (protocol === undefined) {
          throw new WeirError("staking/unknown-protocol", { protocol: intent.protocol });
        }
        const account = await accountById(accountId);
        const snapshot = await snapshots.get(chainId);
        return quoteOf({ protocol, snapshot, account: account.address, intent });
      },
      "portfolio.max": async ({ chainId, accountId, kind, assetId }) => {
        const account = await accountById(accountId);
        const tokens = protocolsOn(chainId).flatMap(({ definition }) => definition.tokens);
        const token = tokens.find(({ id }) => id === assetId.toLowerCase())?.address;
        const [snapshot, second, fees] = await Promise.all([
          freshSnapshot(chainId),
          opinion(chainId, undefined, { account: account.address, token }),
          deps.access(chainId).fees(),
        ]);
        if (second.verdict === "disagreed") {
          throw new WeirError("chain/disagree", { first: second.first, second: second.second });
        }
        return maximumOf({ snapshot, account: account.address, kind, assetId, fees });
      },
      "portfolio.protocols": async ({ chainId }) =>
        protocolsOn(chainId).map(({ definition }) => ({
          id: definition.id,
          name: definition.name,
          tokens: definition.tokens.map((token) => ({ ...token })),
          contracts: definition.contracts.map((contract) => ({ ...contract })),
          risks: [...definition.risks],
          maxClaimsPerTransaction: definition.maxClaimsPerTransaction,
          copy: Object.fromEntries(
            Object.entries(definition.copy ?? {}).map(([language, texts]) => [language, { ...texts }]),
          ),
        })),
    },
  };
}
