import { errorFromReport, errorReport, WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import { isOperationAsk, type SiteRequest } from "../core/site/site.ts";
import type { RpcError } from "../messages/page/reply.ts";
import type { Connections } from "./connections.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { defaultChainId, type Grants } from "./grants.ts";
import { permissionList } from "./methods/permissions.ts";
import type { Asker } from "./port.ts";
import { channelOf, numberOf, type RequestQueue } from "./request-queue.ts";
import { rpcError } from "./rpc-error.ts";

export type Requests = ReturnType<typeof requests>;

type Ending = "rejected" | "expired" | "gone";

/** The life of what a person must decide: from the stored record over the window to the answer. */
export function requests(
  deps: SiteDependencies,
  parts: { queue: RequestQueue; grants: Grants; connections: Connections },
) {
  const { queue, connections, grants } = parts;

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
    await deps.scheduleSweep(request.expiresAt).catch(() => undefined);
    // The window waits for nothing: what is planned and simulated arrives in it.
    await Promise.all([deps.openConfirm(request.id).catch(() => undefined), plan(request)]);
  }

  /** The request if it can still be decided. Rejects: site/request-unknown, site/replayed, site/expired, site/gone. */
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
    return request;
  }

  return {
    end,
    plan,
    open,
    decidable,
    deliver,
    closeWhenDone,

    /** Takes what a method asks of the person. The record is written before anything shows. */
    async ask(id: string, asker: Asker, what: Parameters<RequestQueue["add"]>[2]): Promise<void> {
      await open(await queue.add(id, asker, what));
    },

    /** Answers a connect request with what its site may now see. */
    async answerConnect(request: SiteRequest): Promise<void> {
      const accounts = await grants.permitted(await grants.of(request.origin));
      if (accounts.length === 0) {
        // The worker ended between the approval and the grant: nothing was given, the site may ask again.
        const error = errorReport(new WeirError("site/rejected", {}), "sites");
        const lost = await queue.move(request.id, ["approved"], { state: "rejected", error });
        if (lost) await deliver(lost);
        return closeWhenDone();
      }
      const result =
        request.method === "wallet_requestPermissions" ? permissionList(request.origin, accounts) : accounts;
      const answered = await queue.move(request.id, ["waiting", "approved"], { state: "answered", result });
      if (answered) await deliver(answered);
      await closeWhenDone();
    },

    /** Follows a request's operation: approved, then answered with the hash as soon as that is sent. */
    async follow(operation: Operation): Promise<void> {
      if (operation.intent.kind !== "site-transaction") return;
      const { requestId } = operation.intent;
      const request = queue.get(requestId);
      if (!request || request.origin !== operation.origin) return;
      const sent = operation.steps
        .at(-1)
        ?.attempts.find((attempt) => attempt.purpose === "original" && attempt.broadcastAt !== undefined);
      if (sent) {
        const answered = await queue.move(requestId, ["waiting", "approved"], {
          state: "answered",
          operationId: operation.id,
          result: sent.hash,
        });
        if (answered) await deliver(answered);
      } else if (operation.state === "approved" || operation.state === "running") {
        await queue.move(requestId, ["waiting"], { state: "approved", operationId: operation.id });
      } else if (operation.state === "planned") {
        // Nothing could be signed (locked in between, say) and the operation asks again; so does its request.
        await queue.move(requestId, ["approved"], { state: "waiting", operationId: operation.id });
      } else if (
        operation.state === "failed" ||
        operation.state === "rejected" ||
        operation.state === "cancelled"
      ) {
        const error = operation.error ?? errorReport(new WeirError("site/rejected", {}), "sites");
        const ended = await queue.move(requestId, ["waiting", "approved"], { state: "rejected", error });
        if (ended) {
          await deliver(ended);
          await closeWhenDone();
        }
      }
    },
  };
}
