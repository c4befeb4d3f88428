import { sameAddress } from "../core/account/address.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { SiteRequest } from "../core/site/site.ts";
import { localKeys } from "../core/store/keys.ts";
import { readEnvelope } from "../messages/page/envelope.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { askerOf, framedBy } from "./asker.ts";
import { channels as makeChannels } from "./channels.ts";
import { connections as makeConnections } from "./connections.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { dispatcher } from "./dispatch.ts";
import { grants as makeGrants } from "./grants.ts";
import type { SitePort } from "./port.ts";
import { channelOf, isOpen, requestQueue } from "./request-queue.ts";
import { requests as makeRequests } from "./requests.ts";
import { rpcError } from "./rpc-error.ts";
import { stateEvents } from "./state-events.ts";

export interface Sites {
  /** Answers the sites.* commands of the extension's own pages. */
  handlers: Pick<
    CommandHandlers,
    "sites.request" | "sites.approveConnect" | "sites.reject" | "sites.disconnect"
  >;
  /** Serves a page's port. Attach in the first turn. */
  handlePort(port: SitePort): void;
  /** Call on every change of an operation's record. */
  operationChanged(operation: Operation): Promise<void>;
  /**
   * Call before an operation is approved: for a site's transaction rejects with site/not-connected, site/gone,
   * site/expired, site/replayed or site/request-unknown when it may no longer be signed. Others pass.
   */
  checkApproval(operation: Operation): Promise<void>;
  /** Call right before a signature: as checkApproval, but the request may be approved by now. */
  checkSigning(operation: Operation): Promise<void>;
  /** Call after locking and unlocking. */
  lockChanged(): Promise<void>;
  /** Call when accounts were hidden, shown or removed. */
  accountsChanged(): Promise<void>;
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

/** What DeFi sites see of the wallet. */
export function createSites(deps: SiteDependencies): Sites {
  const grants = makeGrants(deps);
  const channels = makeChannels(deps);
  const connections = makeConnections(deps, channels);
  const queue = requestQueue(deps, channels);
  const requests = makeRequests(deps, { queue, grants, connections });
  const events = stateEvents(deps, { grants, channels, connections });

  const ready = async (): Promise<void> => {
    await Promise.all([channels.load(), queue.load()]);
  };

  async function revoke(origin: string): Promise<void> {
    await ready();
    const had = await grants.end(origin);
    for (const request of queue.open().filter((it) => it.origin === origin)) {
      await requests.end(request, "rejected", new WeirError("site/not-connected", {}));
    }
    if (had) await events.broadcast([origin]);
  }

  const dispatch = dispatcher(deps, { queue, grants, channels, connections, requests, events, revoke });

  /** Rejects unless the request is of the operation's site and that site may use the account now. */
  async function requirePermitted(operation: Operation, request: SiteRequest): Promise<void> {
    if (request.origin !== operation.origin) throw new WeirError("site/request-unknown", {});
    const permitted = await grants.permitted(await grants.of(request.origin));
    if (!permitted.some((address) => sameAddress(address, operation.account))) {
      throw new WeirError("site/not-connected", {});
    }
  }

  async function connectedOrigins(): Promise<string[]> {
    return (await deps.local.entries(localKeys.site)).map(([key]) => key.slice(localKeys.site.length));
  }

  async function endGone(belongs: (request: { id: string; tabId: number }) => boolean): Promise<void> {
    for (const request of queue.open().filter(belongs)) {
      await requests.end(request, "gone", new WeirError("site/gone", {}));
    }
  }

  async function sweep(): Promise<void> {
    await ready();
    for (const request of queue.overdue()) {
      await requests.end(request, "expired", new WeirError("site/expired", {}));
    }
    await queue.trim();
  }

  function handlePort(port: SitePort): void {
    const asker = askerOf(port.sender);
    if (asker === "not-yet") {
      port.disconnect();
      return;
    }
    let channel: string | undefined;
    let gone = false;

    async function hear(message: unknown): Promise<void> {
      const envelope = readEnvelope(message);
      if (!envelope) return;
      const { body } = envelope;
      if (asker === "refused" || asker === "not-yet") {
        const error = rpcError(new WeirError("site/origin-refused", {}));
        if (body.kind === "request") port.postMessage({ id: body.id, error });
        return;
      }
      await ready();
      if (gone) return;
      if (channel !== undefined && channel !== envelope.channel) return port.disconnect();
      const verdict = channels.take(envelope, asker);
      if (!verdict.taken) {
        if (verdict.why === "foreign") return port.disconnect();
        // A late one (the machine slept in between) is an error the page may hear of; a repeated one was answered.
        const error = rpcError(new WeirError("site/replayed", {}));
        if (verdict.why === "late" && body.kind === "request") port.postMessage({ id: body.id, error });
        return;
      }
      const first = channel === undefined;
      channel = envelope.channel;
      connections.attach(channel, port);
      const { replaced } = verdict;
      if (replaced.length > 0) await endGone((request) => replaced.includes(channelOf(request.id)));
      if (first) {
        const told = verdict.fresh
          ? events.greet(channel, asker.origin)
          : events.refresh(channel, asker.origin);
        // Beside the request, which must not wait for it; a page that missed it asks.
        told.catch(() => undefined);
      }
      if (body.kind === "tick") return dispatch.tick(channel, asker);
      if (body.kind !== "request") return;
      await dispatch.request(channel, { ...asker, framedBy: framedBy(asker, envelope.top) }, body);
    }

    // One after another up to the point where a message is taken; a failing storage is the page's retry.
    let order = Promise.resolve();
    port.onMessage((message) => {
      order = order.then(ready).catch(() => undefined);
      void order.then(() => hear(message)).catch(() => port.disconnect());
    });
    port.onDisconnect(() => {
      gone = true;
      if (channel === undefined || !connections.detach(channel, port)) return;
      channels.close(channel);
      const left = channel;
      void endGone((request) => channelOf(request.id) === left).catch(() => undefined);
    });
  }

  return {
    handlePort,
    sweep,

    handlers: {
      async "sites.request"({ id }) {
        await sweep();
        const request = queue.get(id);
        if (!request) throw new WeirError("site/request-unknown", {});
        if (request.state === "waiting" && !(await connections.reachable(channelOf(id)))) {
          await requests.end(request, "gone", new WeirError("site/gone", {}));
        }
        return queue.get(id) ?? request;
      },

      async "sites.approveConnect"({ id, accounts }) {
        await ready();
        const request = await requests.decidable(id);
        if (request.ask.kind !== "connect") throw new WeirError("site/request-unknown", {});
        if (!(await deps.lock.isUnlocked())) throw new WeirError("vault/locked", {});
        const shown = (await deps.accounts()).accounts.filter((account) => !account.hidden);
        const chosen = accounts.map((wanted) => {
          const account = shown.find((it) => it.address.toLowerCase() === wanted.toLowerCase());
          if (!account) throw new WeirError("account/unknown", {});
          return account.address;
        });
        const approved = await queue.move(id, ["waiting"], { state: "approved" });
        if (!approved) throw new WeirError("site/replayed", {});
        await grants.give(request.origin, [...new Set(chosen)]);
        await events.broadcast([request.origin]);
        await requests.answerConnect(approved);
        return {};
      },

      async "sites.reject"({ id }) {
        await ready();
        const request = queue.get(id);
        if (!request) throw new WeirError("site/request-unknown", {});
        if (await requests.end(request, "rejected", new WeirError("site/rejected", {}))) {
          await deps.audit("site.request-rejected", { origin: request.origin, kind: request.ask.kind });
        }
        return {};
      },

      async "sites.disconnect"({ origin }) {
        await revoke(origin);
        return {};
      },
    },

    async operationChanged(operation) {
      if (operation.intent.kind !== "site-transaction") return;
      await ready();
      await requests.follow(operation);
    },

    async checkApproval(operation) {
      if (operation.intent.kind !== "site-transaction") return;
      await ready();
      await requirePermitted(operation, await requests.decidable(operation.intent.requestId));
    },

    async checkSigning(operation) {
      if (operation.intent.kind !== "site-transaction") return;
      await ready();
      const request = queue.get(operation.intent.requestId);
      if (!request || !isOpen(request)) throw new WeirError("site/gone", {});
      await requirePermitted(operation, request);
    },

    async lockChanged() {
      await ready();
      if (await deps.lock.isUnlocked()) {
        // A connected site that only waited for the wallet to open has its answer.
        for (const request of queue.open()) {
          if (request.state !== "waiting" || request.method !== "eth_requestAccounts") continue;
          const accounts = await grants.permitted(await grants.of(request.origin));
          if (accounts.length > 0) await requests.answerConnect(request);
        }
      }
      await events.broadcast(await connectedOrigins());
    },

    async accountsChanged() {
      await ready();
      await events.broadcast(await connectedOrigins());
    },

    async wiped() {
      await ready();
      for (const request of queue.open()) {
        await requests.end(request, "rejected", new WeirError("site/not-connected", {}));
      }
      await events.broadcast(channels.origins());
    },

    async confirmClosed(byPerson) {
      await ready();
      const shown = queue.open();
      if (!(await byPerson)) return;
      for (const request of shown) {
        if (await requests.end(request, "rejected", new WeirError("site/rejected", {}))) {
          await deps.audit("site.request-rejected", { origin: request.origin, kind: request.ask.kind });
        }
      }
    },

    async tabClosed(tabId) {
      await ready();
      await endGone((request) => request.tabId === tabId);
    },

    async restore() {
      await sweep();
      for (const request of queue.open()) {
        if (!(await connections.reachable(channelOf(request.id)))) {
          await requests.end(request, "gone", new WeirError("site/gone", {}));
        } else if (request.ask.kind === "connect" && request.state === "approved") {
          await requests.answerConnect(request);
        } else if (request.ask.kind === "transaction") {
          const operation =
            request.operationId === undefined ? undefined : await deps.operations.get(request.operationId);
          if (operation) await requests.follow(operation);
          else if (request.state === "waiting") await requests.open(request);
        } else await requests.open(request);
      }
    },
  };
}
