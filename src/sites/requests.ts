import { sameAddress } from "../core/account/address.ts";
import { errorFromReport, errorReport, WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import { siteAnswer } from "../core/operation/site-answer.ts";
import { isOperationAsk, type SiteGrant, type SiteRequest } from "../core/site/site.ts";
import { isSiteIntent } from "../core/staking/intent.ts";
import { toWire } from "../core/wire/wire.ts";
import type { RpcError } from "../messages/page/reply.ts";
import type { Connections } from "./connections.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { defaultChainId, type Grants } from "./grants.ts";
import { permissionList } from "./methods/permissions.ts";
import type { Asker } from "./port.ts";
import { channelOf, isBlocked, numberOf, type RequestQueue } from "./request-queue.ts";
import { rpcError } from "./rpc-error.ts";
import { type SignInRecords, signInOf } from "./sign-ins.ts";

export type Requests = ReturnType<typeof requests>;

type Ending = "rejected" | "expired" | "gone";

/** What the site gets for its operation, once there is something; a batch's id once something of it was signed. */
function answerOf(operation: Operation): unknown {
  const begun = operation.steps.some(({ attempts }) => attempts.length > 0);
  return operation.intent.kind === "site-calls" && !begun ? undefined : siteAnswer(operation);
}

const endStates: ReadonlySet<Operation["state"]> = new Set(["failed", "rejected", "cancelled"]);

/** The life of what a person must decide: from the stored record over the window to the answer. */
export function requests(
  deps: SiteDependencies,
  parts: {
    queue: RequestQueue;
    grants: Grants;
    connections: Connections;
    signIns: SignInRecords;
    /** Asks for the next sweep in time. */
    schedule(): Promise<void>;
  },
) {
  const { queue, connections, grants, signIns } = parts;

  function answer(request: SiteRequest): { result: unknown } | { error: RpcError } {
    return request.error
      ? { error: rpcError(errorFromReport(request.error as never)) }
      : { result: request.result ?? null };
  }

  /** Answers the page, now or when it is back. */
  async function deliver(request: SiteRequest): Promise<void> {
    await connections.tell(channelOf(request.id), { id: numberOf(request.id), ...answer(request) });
  }

  async function closeWhenDone(): Promise<void> {
    if (queue.open().length === 0) await deps.closeConfirm().catch(() => undefined);
    await queue.trim();
  }

  /** Ends an open request without what it asked for. An approved transaction goes on by itself: only nobody waits for it. */
  async function end(request: SiteRequest, state: Ending, error: WeirError): Promise<boolean> {
    const ended = await queue.move(request.id, ["waiting"], { state, error: errorReport(error, "sites") });
    if (!ended) return false;
    if (ended.operationId !== undefined)
      await deps.operations.reject(ended.operationId).catch(() => undefined);
    await deliver(ended);
    await closeWhenDone();
    return true;
  }

  /** Makes the operation of a transaction request. It may already exist from before a restart. */
  async function plan(request: SiteRequest): Promise<void> {
    if (!isOperationAsk(request.ask) || request.operationId !== undefined) return;
    try {
      const operation = await deps.operations.planForSite({
        origin: request.origin,
        requestId: request.id,
        chainId: request.chainId ?? defaultChainId,
        account: request.ask.from,
        ask: request.ask,
      });
      const planned = await queue.move(request.id, ["waiting"], { operationId: operation.id });
      // It ended while it was being planned.
      if (!planned) await deps.operations.reject(operation.id);
    } catch (error) {
      const cause = error instanceof WeirError ? error : new WeirError("message/internal", { name: "sites" });
      await end(request, "rejected", cause);
    }
  }

  async function open(request: SiteRequest): Promise<void> {
    // The window waits for nothing: what is planned and simulated arrives in it.
    await Promise.all([
      deps.openConfirm(request.id).catch(() => undefined),
      parts.schedule().catch(() => undefined),
      plan(request),
    ]);
  }

  /** The request if it can still be approved. Rejects: site/request-unknown, site/replayed, site/expired, site/gone, site/blocked. */
  async function decidable(id: string): Promise<SiteRequest> {
    const request = queue.get(id);
    if (!request) throw new WeirError("site/request-unknown", {});
    if (request.state === "waiting" && request.expiresAt <= deps.clock.nowSeconds()) {
      await end(request, "expired", new WeirError("site/expired", {}));
      throw new WeirError("site/expired", {});
    }
    if (request.state === "expired") throw new WeirError("site/expired", {});
    if (request.state === "gone") throw new WeirError("site/gone", {});
    if (request.state !== "waiting") throw new WeirError("site/replayed", {});
    if (!(await connections.reachable(channelOf(id)))) {
      await end(request, "gone", new WeirError("site/gone", {}));
      throw new WeirError("site/gone", {});
    }
    if (isBlocked(request)) throw new WeirError("site/blocked", {});
    return request;
  }

  /** Answers an open request and lets the window go when nothing waits any more. */
  async function answerWith(
    request: SiteRequest,
    result: unknown,
    change: { operationId?: string } = {},
  ): Promise<boolean> {
    const answered = await queue.move(request.id, ["waiting", "approved"], {
      ...change,
      state: "answered",
      result: toWire(result),
    });
    if (answered) await deliver(answered);
    await closeWhenDone();
    return answered !== undefined;
  }

  return {
    answerWith,

    /** The person says no. */
    async reject(request: SiteRequest): Promise<void> {
      if (await end(request, "rejected", new WeirError("site/rejected", {}))) {
        await deps.audit("site.request-rejected", { origin: request.origin, kind: request.ask.kind });
      }
    },

    /** Ends what the site waits for and could not have any more: another account's, or on a network taken from it. */
    async endForbidden(grant: SiteGrant): Promise<void> {
      const permitted = await grants.permitted(grant);
      for (const request of queue.open()) {
        if (request.origin !== grant.origin || !isOperationAsk(request.ask)) continue;
        const { from } = request.ask;
        const may =
          grant.chainIds.includes(request.chainId ?? defaultChainId) &&
          permitted.some((address) => sameAddress(address, from));
        if (!may) await end(request, "rejected", new WeirError("site/not-connected", {}));
      }
    },

    end,
    open,
    decidable,
    deliver,

    /** Takes what a method asks of the person. The record is written before anything shows. */
    async ask(id: string, asker: Asker, what: Parameters<RequestQueue["add"]>[2]): Promise<void> {
      await open(await queue.add(id, asker, what));
    },

    /** Answers a connect request with what its site may now see. */
    async answerConnect(request: SiteRequest): Promise<void> {
      const grant = await grants.of(request.origin);
      const accounts = await grants.permitted(grant);
      if (!grant || accounts.length === 0) {
        // The worker ended between the approval and the grant: nothing was given, the site may ask again.
        const error = errorReport(new WeirError("site/rejected", {}), "sites");
        const lost = await queue.move(request.id, ["approved"], { state: "rejected", error });
        if (lost) await deliver(lost);
        return closeWhenDone();
      }
      const asked = request.method === "wallet_requestPermissions";
      await answerWith(request, asked ? permissionList(grant, accounts) : accounts);
    },

    /** Follows a request's operation: approved, then answered as soon as there is something to answer. */
    async follow(operation: Operation): Promise<void> {
      const { intent, id, origin } = operation;
      if (!isSiteIntent(intent)) return;
      const request = queue.get(intent.requestId);
      if (!request || request.origin !== origin) return;
      const result = answerOf(operation);
      if (result !== undefined) {
        const signIn = signInOf(operation);
        // Noted before it was signed; here only after a record of it was lost.
        if (signIn) await signIns.spend(origin, request.id, signIn).catch(() => undefined);
        if ((await answerWith(request, result, { operationId: id })) && signIn) {
          await deps.audit("site.sign-in", { origin, account: operation.account });
        }
      } else if (operation.state === "approved" || operation.state === "running") {
        await queue.move(request.id, ["waiting"], { state: "approved", operationId: id });
      } else if (operation.state === "planned") {
        // Nothing could be signed (locked in between, say) and the operation asks again; so does its request.
        await queue.move(request.id, ["approved"], { state: "waiting", operationId: id });
      } else if (endStates.has(operation.state)) {
        if (intent.kind === "site-message") await signIns.giveBack(origin, request.id);
        const error = operation.error ?? errorReport(new WeirError("site/rejected", {}), "sites");
        const ended = await queue.move(request.id, ["waiting", "approved"], { state: "rejected", error });
        if (!ended) return;
        await deliver(ended);
        await closeWhenDone();
      }
    },
  };
}
