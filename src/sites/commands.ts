import type { Address } from "../core/account/account.ts";
import { sameAddress } from "../core/account/address.ts";
import { WeirError } from "../core/errors/index.ts";
import { longestSessionDays, sessionOf } from "../core/site/session.ts";
import { isOperationAsk } from "../core/site/site.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { Connections } from "./connections.ts";
import type { Decisions } from "./decisions.ts";
import type { SiteDependencies } from "./dependencies.ts";
import type { Grants } from "./grants.ts";
import type { Health } from "./health.ts";
import { channelOf, type RequestQueue } from "./request-queue.ts";
import type { Requests } from "./requests.ts";
import type { StateEvents } from "./state-events.ts";

export type SiteCommands = Pick<
  CommandHandlers,
  | "sites.request"
  | "sites.approveConnect"
  | "sites.approve"
  | "sites.reject"
  | "sites.disconnect"
  | "sites.setGrant"
  | "sites.resume"
>;

/** The commands of the extension's own pages about sites. */
export function siteCommands(
  deps: SiteDependencies,
  parts: {
    queue: RequestQueue;
    requests: Requests;
    decisions: Decisions;
    grants: Grants;
    health: Health;
    events: StateEvents;
    connections: Connections;
    ready(): Promise<void>;
    endOverdue(): Promise<void>;
    schedule(): Promise<void>;
    revoke(origin: string): Promise<void>;
  },
): SiteCommands {
  const { queue, requests, decisions, grants, health, events, ready } = parts;

  async function requireUnlocked(): Promise<void> {
    if (!(await deps.lock.isUnlocked())) throw new WeirError("vault/locked", {});
  }

  /** The shown accounts of these addresses. Rejects account/unknown. */
  async function chosen(addresses: readonly Address[]): Promise<Address[]> {
    const shown = (await deps.accounts()).accounts.filter((account) => !account.hidden);
    const accounts = addresses.map((wanted) => {
      const account = shown.find(({ address }) => sameAddress(address, wanted));
      if (!account) throw new WeirError("account/unknown", {});
      return account.address;
    });
    return [...new Set(accounts)];
  }

  /** The chosen networks, or all. Rejects site/chain-unknown. */
  async function networks(wanted: readonly number[] | undefined): Promise<number[]> {
    const all = (await deps.networks()).map(({ chainId }) => chainId);
    const unknown = wanted?.find((chainId) => !all.includes(chainId));
    if (unknown !== undefined) throw new WeirError("site/chain-unknown", { chainId: unknown });
    return [...new Set(wanted ?? all)];
  }

  /** A chosen end, within what is offered. Rejects message/invalid for one that is over. */
  function endAt(wanted: number, name: string): number {
    const now = deps.clock.nowSeconds();
    if (wanted <= now) throw new WeirError("message/invalid", { name });
    return Math.min(wanted, now + longestSessionDays * 86_400);
  }

  return {
    async "sites.request"({ id }) {
      await parts.endOverdue();
      const request = queue.get(id);
      if (!request) throw new WeirError("site/request-unknown", {});
      if (request.state === "waiting" && !(await parts.connections.reachable(channelOf(id)))) {
        await requests.end(request, "gone", new WeirError("site/gone", {}));
      }
      return queue.get(id) ?? request;
    },

    async "sites.approveConnect"({ id, accounts, chainIds, expiresAt }) {
      await ready();
      const request = await requests.decidable(id);
      if (request.ask.kind !== "connect") throw new WeirError("site/request-unknown", {});
      await requireUnlocked();
      const { origin } = request;
      const ends = sessionOf(await deps.settings(), deps.clock.nowSeconds());
      const given = {
        origin,
        accounts: await chosen(accounts),
        chainIds: await networks(chainIds),
        ...ends,
        ...(expiresAt === undefined ? {} : { expiresAt: endAt(expiresAt, "sites.approveConnect") }),
      };
      const approved = await queue.move(id, ["waiting"], { state: "approved" });
      if (!approved) throw new WeirError("site/replayed", {});
      await grants.give(given);
      await events.broadcast([origin]);
      await requests.answerConnect(approved);
      await parts.schedule();
      return {};
    },

    async "sites.approve"({ id }) {
      await ready();
      const request = await requests.decidable(id);
      if (request.ask.kind === "connect" || isOperationAsk(request.ask)) {
        throw new WeirError("site/request-unknown", {});
      }
      await requireUnlocked();
      const approved = await queue.move(id, ["waiting"], { state: "approved" });
      if (!approved) throw new WeirError("site/replayed", {});
      await decisions.finish(approved);
      return {};
    },

    async "sites.reject"({ id }) {
      await ready();
      const request = queue.get(id);
      if (!request) throw new WeirError("site/request-unknown", {});
      await requests.reject(request);
      return {};
    },

    async "sites.disconnect"({ origin }) {
      await parts.revoke(origin);
      return {};
    },

    async "sites.setGrant"({ origin, accounts, chainIds, expiresAt }) {
      await ready();
      const change = {
        ...(accounts && { accounts: await chosen(accounts) }),
        ...(chainIds && { chainIds: await networks(chainIds) }),
        ...(expiresAt !== undefined && { expiresAt: endAt(expiresAt, "sites.setGrant") }),
      };
      const grant = await grants.change(origin, (before) => {
        const on = change.chainIds ?? before.chainIds;
        const chainId = on.includes(before.chainId) ? before.chainId : (on[0] ?? before.chainId);
        return { ...change, chainId };
      });
      if (!grant) throw new WeirError("site/not-connected", {});
      await deps.audit("site.grant-changed", {
        origin,
        accounts: grant.accounts.join(" "),
        networks: grant.chainIds.join(" "),
      });
      await requests.endForbidden(grant);
      await events.broadcast([origin]);
      await parts.schedule();
      return {};
    },

    async "sites.resume"({ origin }) {
      await ready();
      if (await health.resume(origin)) await events.broadcast([origin]);
      return {};
    },
  };
}
