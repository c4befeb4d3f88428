import { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { ReplayRefusal } from "../core/replay/window.ts";
import { isOperationAsk, type SiteRequest } from "../core/site/site.ts";
import { isSiteIntent } from "../core/staking/intent.ts";
import { channels as makeChannels } from "./channels.ts";
import { type SiteCommands, siteCommands } from "./commands.ts";
import { connections as makeConnections } from "./connections.ts";
import { decisions as makeDecisions } from "./decisions.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { dispatcher } from "./dispatch.ts";
import { defaultChainId, grants as makeGrants } from "./grants.ts";
import { siteHealth } from "./health.ts";
import { pagePorts } from "./page-ports.ts";
import type { SitePort } from "./port.ts";
import { channelOf, isBlocked, requestQueue } from "./request-queue.ts";
import { requests as makeRequests } from "./requests.ts";
import { signIns as makeSignIns } from "./sign-ins.ts";
import { signingChecks } from "./signing-checks.ts";
import { stateEvents } from "./state-events.ts";

export interface Sites {
  /** Answers the sites.* commands of the extension's own pages. */
  handlers: SiteCommands;
  /** Serves a page's port. Attach in the first turn. */
  handlePort(port: SitePort): void;
  /** Call on every change of an operation's record. */
  operationChanged(operation: Operation): Promise<void>;
  /**
   * Call before an operation is approved: for what a site asked rejects with site/not-connected, site/gone, site/expired,
   * site/replayed, site/blocked, site/suspended or site/request-unknown when it may no longer be signed. Others pass.
   */
  checkApproval(operation: Operation): Promise<void>;
  /**
   * Call right before a signature: as checkApproval, but the request may be approved by now. A sign-in's nonce is spent here:
   * a second one with it is refused with site/replayed.
   */
  checkSigning(operation: Operation): Promise<void>;
  /** Call after locking and unlocking. */
  lockChanged(): Promise<void>;
  /** Call when accounts were hidden, shown or removed: what a site had of a removed one ends. */
  accountsChanged(): Promise<void>;
  /** Call when a network was removed: sites that were on it go to another that they may be on. */
  networksChanged(): Promise<void>;
  /** Call when all that was stored is gone: ends what waits, and tells every page that it sees no account any more. */
  wiped(): Promise<void>;
  /**
   * Call at once when a window was closed; `byPerson`: whether the person closed the confirm window. Then what waited
   * in it is rejected, and what came since is left to the next window.
   */
  confirmClosed(byPerson: Promise<boolean>): Promise<void>;
  /** Call when a tab was closed. */
  tabClosed(tabId: number): Promise<void>;
  /** Call when a worker starts: takes up what the last one left. */
  restore(): Promise<void>;
  /** Call at the times given to scheduleSweep. */
  sweep(): Promise<void>;
}

/** Between counting a refused message and writing it at the latest: the shortest that Chrome's alarms allow. */
const flushSeconds = 30;

/** What DeFi sites see of the wallet. */
export function createSites(deps: SiteDependencies): Sites {
  const grants = makeGrants(deps);
  const channels = makeChannels(deps);
  const connections = makeConnections(deps, channels);
  const queue = requestQueue(deps, channels);
  const health = siteHealth(deps);
  const signIns = makeSignIns(deps);
  const requests = makeRequests(deps, { queue, grants, connections, signIns, schedule });
  const events = stateEvents(deps, { grants, channels, connections, health });
  const decisions = makeDecisions(deps, { queue, grants, requests, events });
  const checks = signingChecks({ queue, requests, grants, health, signIns });

  /** When counted messages are written at the latest. */
  let flushAt: number | undefined;

  const ready = async (): Promise<void> => {
    await Promise.all([channels.load(), queue.load()]);
  };

  /** Asks for the next sweep: there is one alarm for all that ends. */
  async function schedule(): Promise<void> {
    const times = queue.open().map(({ expiresAt }) => expiresAt);
    if (flushAt !== undefined) times.push(flushAt);
    const next = Math.min(...times, (await grants.nextEnd()) ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(next)) await deps.scheduleSweep(next).catch(() => undefined);
  }

  async function endAll(
    which: (request: SiteRequest) => boolean,
    state: "rejected" | "expired" | "gone",
    code: "site/not-connected" | "site/suspended" | "site/expired" | "site/gone",
  ): Promise<void> {
    for (const request of queue.open().filter(which)) {
      await requests.end(request, state, new WeirError(code, {}));
    }
  }

  /** Ends what a site asked for: also what was approved and waits for a device. What is signed is not taken back. */
  async function endRequestsOf(origin: string, code: "site/not-connected" | "site/suspended"): Promise<void> {
    await endAll((request) => request.origin === origin, "rejected", code);
    for (const { origin: asked, operationId } of queue.open()) {
      if (asked === origin && operationId) void deps.operations.reject(operationId).catch(() => undefined);
    }
  }

  const endSession = async (origin: string): Promise<void> => {
    await endRequestsOf(origin, "site/not-connected");
    await events.broadcast([origin]);
  };

  async function revoke(origin: string): Promise<void> {
    await ready();
    if (await grants.end(origin)) await endSession(origin);
  }

  async function refused(origin: string, why: ReplayRefusal): Promise<void> {
    if (await health.refused(origin, why)) {
      await endRequestsOf(origin, "site/suspended");
      await events.broadcast([origin]);
    }
    // One alarm for a flood of them.
    if (flushAt !== undefined) return;
    flushAt = deps.clock.nowSeconds() + flushSeconds;
    await schedule();
  }

  const dispatch = dispatcher(deps, {
    queue,
    grants,
    channels,
    connections,
    requests,
    events,
    health,
    revoke,
  });

  async function connected(): Promise<void> {
    await events.broadcast((await grants.all()).map(({ origin }) => origin));
  }

  async function endOverdue(): Promise<void> {
    await ready();
    const now = deps.clock.nowSeconds();
    await endAll((request) => request.expiresAt <= now, "expired", "site/expired");
    await queue.trim();
  }

  async function sweep(): Promise<void> {
    await endOverdue();
    for (const origin of await grants.endOver()) await endSession(origin);
    flushAt = undefined;
    await health.flush();
    await schedule();
  }

  /** Takes up one open request after a worker ended. */
  async function takeUp(request: SiteRequest): Promise<void> {
    if (request.state === "waiting" && !(await connections.reachable(channelOf(request.id)))) {
      await requests.end(request, "gone", new WeirError("site/gone", {}));
    } else if (isOperationAsk(request.ask)) {
      const { operationId } = request;
      const operation = operationId === undefined ? undefined : await deps.operations.get(operationId);
      if (operation) await requests.follow(operation);
      else if (request.state === "waiting") await requests.open(request);
    } else if (request.state === "waiting") await requests.open(request);
    else if (request.ask.kind === "connect") await requests.answerConnect(request);
    else await decisions.finish(request).catch(() => requests.open(request));
  }

  return {
    handlePort: pagePorts(deps, {
      channels,
      connections,
      events,
      dispatch,
      ready,
      refused,
      left: (gone) => endAll(({ id }) => gone.includes(channelOf(id)), "gone", "site/gone"),
    }),
    sweep,

    handlers: siteCommands(deps, {
      queue,
      requests,
      decisions,
      grants,
      health,
      events,
      connections,
      ready,
      endOverdue,
      schedule,
      revoke,
    }),

    async operationChanged(operation) {
      if (operation.state !== "planned") dispatch.moved(operation.chainId);
      if (!isSiteIntent(operation.intent)) return;
      await ready();
      await requests.follow(operation);
    },

    async checkApproval(operation) {
      await ready();
      await checks.approval(operation);
    },

    async checkSigning(operation) {
      await ready();
      await checks.signing(operation);
    },

    async lockChanged() {
      await ready();
      if (await deps.lock.isUnlocked()) {
        // A connected site that only waited for the wallet to open has its answer.
        for (const request of queue.open()) {
          const asks = request.state === "waiting" && request.method === "eth_requestAccounts";
          if (!asks || isBlocked(request)) continue;
          const accounts = await grants.permitted(await grants.of(request.origin));
          if (accounts.length > 0) await requests.answerConnect(request);
        }
      }
      await connected();
    },

    async accountsChanged() {
      await ready();
      const there = new Set((await deps.accounts()).accounts.map(({ address }) => address.toLowerCase()));
      const isThere = (address: string): boolean => there.has(address.toLowerCase());
      for (const { origin, accounts } of await grants.all()) {
        if (accounts.every(isThere)) continue;
        // Added again later, an account is to be given again.
        const grant = await grants.change(origin, (before) => ({
          accounts: before.accounts.filter(isThere),
        }));
        if (grant?.accounts.length === 0) await revoke(origin);
        else if (grant) await requests.endForbidden(grant);
      }
      await connected();
    },

    async networksChanged() {
      await ready();
      const there = (await deps.networks()).map(({ chainId }) => chainId);
      for (const { origin, chainIds } of await grants.all()) {
        if (chainIds.every((chainId) => there.includes(chainId))) continue;
        const grant = await grants.change(origin, (before) => {
          const rest = before.chainIds.filter((chainId) => there.includes(chainId));
          const on = rest.length > 0 ? rest : [defaultChainId];
          return {
            chainIds: on,
            chainId: on.includes(before.chainId) ? before.chainId : (on[0] ?? defaultChainId),
          };
        });
        if (grant) await requests.endForbidden(grant);
        await events.broadcast([origin]);
      }
    },

    async wiped() {
      await ready();
      health.forget();
      await endAll(() => true, "rejected", "site/not-connected");
      await events.broadcast(channels.origins());
    },

    async confirmClosed(byPerson) {
      await ready();
      const shown = queue.open();
      if (!(await byPerson)) return;
      for (const request of shown) await requests.reject(request);
    },

    async tabClosed(tabId) {
      await ready();
      await endAll((request) => request.tabId === tabId, "gone", "site/gone");
    },

    async restore() {
      await sweep();
      for (const request of queue.open()) await takeUp(request);
    },
  };
}
