import type { Account } from "../core/account/account.ts";
import type { Receipt } from "../core/chain/access.ts";
import { errorReport, WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import { createSerial } from "../core/serial/serial.ts";
import type { OperationAsk } from "../core/site/site.ts";
import { type Intent, isSiteIntent } from "../core/staking/intent.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { OperationsDependencies } from "./dependencies.ts";
import { leaseEnd, withEnd, withLease } from "./plan/lease.ts";
import { planIntent } from "./plan/plan-intent.ts";
import { siteIntent } from "./plan/site-intent.ts";
import { withSpendLimit } from "./plan/spend-limit.ts";
import { makePreview } from "./preview/make-preview.ts";
import { operationRecords } from "./records.ts";
import type { RunParts } from "./run/advance.ts";
import { createApprovals } from "./run/approvals.ts";
import { approve } from "./run/approve.ts";
import { replace } from "./run/replace.ts";
import { freshStep, isAnswered, isWatched, withoutError } from "./run/step-state.ts";
import { createWorks } from "./run/works.ts";
import { createWatcher } from "./watcher.ts";

type OperationCommand = Extract<keyof CommandHandlers, `operations.${string}`>;

export interface Operations {
  handlers: Pick<CommandHandlers, OperationCommand>;
  /**
   * What a site asks as an operation, with its preview on the way (a message's is in it); asked again for the same request
   * it gives the same one.
   * Rejects with what planIntent rejects with.
   */
  planForSite(input: {
    origin: string;
    requestId: string;
    chainId: number;
    account: Account;
    ask: OperationAsk;
  }): Promise<Operation>;
  /** The operation of an EIP-5792 bundle of this site, while its record is kept. */
  bundle(origin: string, bundleId: string): Promise<Operation | undefined>;
  /** Receipts of the operation's confirmed steps, in order; undefined for one that is not confirmed. Rejects with chain/*. */
  receipts(operation: Operation): Promise<(Receipt | undefined)[]>;
  get(id: string): Promise<Operation | undefined>;
  /** At every start of the worker: goes on with whatever the records say. Never rejects. */
  resume(): Promise<void>;
  /** While something is pending, and by alarm: receipts, re-broadcast, next steps. Never rejects. */
  tick(): Promise<void>;
  /** Operations that are being looked after. */
  pendingCount(): Promise<number>;
}

/** The one path to a signature: plan → preview → approval → signature → broadcast → confirmation, each step in a record. */
export function createOperations(deps: OperationsDependencies): Operations {
  const records = operationRecords(deps);
  const serial = createSerial();
  const approvals = createApprovals(deps.session);
  const works = createWorks(serial);
  const parts: RunParts = { deps, records, serial, approvals, works };
  const watcher = createWatcher(parts);
  const queued = <T>(id: string, work: () => Promise<T>) => serial(`operation:${id}`, work);

  async function accountOf(id: string): Promise<Account> {
    const account = await deps.accounts.get(id);
    if (!account) throw new WeirError("account/unknown", {});
    return account;
  }

  async function plan(chainId: number, account: Account, intent: Intent, origin: string): Promise<Operation> {
    if (account.kind === "watch") throw new WeirError("account/watch-only", {});
    const made = await planIntent(deps, chainId, account, intent);
    const now = deps.clock.nowSeconds();
    const id = Array.from(deps.random(12), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const leaseUntil = leaseEnd(intent, made, now, (await deps.settings()).leaseDays);
    const operation = await records.save({
      id,
      chainId,
      accountId: account.id,
      account: account.address,
      origin,
      intent,
      plan: made,
      state: "planned",
      feeLevel: "normal",
      ...(leaseUntil === undefined ? {} : { leaseUntil }),
      steps: made.steps.map(freshStep),
      createdAt: now,
      updatedAt: now,
    });
    await approvals.planned(operation);
    inBackground(records.prune());
    // A message's preview asks nobody.
    if (made.steps.every((step) => step.kind === "message")) return preview(id);
    inBackground(preview(id));
    return operation;
  }

  /** Makes the preview anew; a failure is written into the record as well, for pages follow the record. */
  function preview(id: string): Promise<Operation> {
    return queued(id, async () => {
      const operation = await records.load(id);
      if (operation.state !== "planned") throw new WeirError("operation/state", { state: operation.state });
      return renewPreview(operation);
    });
  }

  async function renewPreview(operation: Operation): Promise<Operation> {
    try {
      const account = await accountOf(operation.accountId);
      const isOwn = await approvals.isOwn(operation);
      const made = await makePreview(deps, operation, account, await records.all());
      // A preview may plan anew (a permit's nonce, a grown balance): still this session's plan, if it was before.
      if (isOwn) await approvals.planned(made);
      const madeAt = Math.max(made.preview.madeAt, (operation.preview?.madeAt ?? 0) + 1);
      return await records.save({ ...withoutError(made), preview: { ...made.preview, madeAt } });
    } catch (error) {
      await records.save({ ...operation, error: errorReport(error, "operations.preview") });
      throw error;
    }
  }

  /** A planned operation of which nothing is signed, so that its terms can still change. */
  async function untouched(id: string): Promise<Operation> {
    const operation = await records.load(id);
    const isUntouched = operation.steps.every((step) => step.attempts.length === 0);
    if (operation.state === "planned" && isUntouched) return operation;
    throw new WeirError("operation/state", { state: operation.state });
  }

  /** The operation with a plan made now for `intent`, as this session's own. */
  async function plannedAnew(operation: Operation, intent: Intent): Promise<Operation> {
    const plan = await planIntent(deps, operation.chainId, await accountOf(operation.accountId), intent);
    const { leaseDays } = await deps.settings();
    const changed = { ...operation, intent, plan, steps: plan.steps.map(freshStep) };
    const anew = withLease(changed, deps.clock.nowSeconds(), leaseDays);
    await approvals.planned(anew);
    return anew;
  }

  /**
   * Lets through a plan that this session made. One that it finds in storage may have been written by anybody: untouched, it is
   * planned anew and shown again (operation/changed-since-preview); half done, its rest is not signed
   * (operation/approved-earlier).
   */
  async function requireOwnPlan(operation: Operation): Promise<void> {
    if (operation.state !== "planned" || (await approvals.isOwn(operation))) return;
    // A site's request ends with the session that it came in.
    if (isSiteIntent(operation.intent) || operation.steps.some((step) => step.attempts.length > 0)) {
      throw new WeirError("operation/approved-earlier", {});
    }
    await renewPreview(await plannedAnew(operation, operation.intent));
    throw new WeirError("operation/changed-since-preview", {});
  }

  function finish(operation: Operation): Operation {
    if (isAnswered(operation)) deps.onFinished?.(operation);
    return operation;
  }

  const handlers: Operations["handlers"] = {
    "operations.plan": async ({ chainId, accountId, intent }) => {
      if (isSiteIntent(intent)) throw new WeirError("message/forbidden", { name: "operations.plan" });
      return plan(chainId, await accountOf(accountId), intent, "wallet");
    },
    "operations.preview": ({ id }) => preview(id),
    "operations.setSpendLimit": ({ id, amount, step }) =>
      queued(id, async () => {
        const operation = await untouched(id);
        return renewPreview(await plannedAnew(operation, withSpendLimit(operation, amount, step)));
      }),
    "operations.setEnd": ({ id, until }) =>
      queued(id, async () => {
        const operation = await untouched(id);
        const ends = withEnd(operation, until, deps.clock.nowSeconds());
        await deps.audit("lease.set", { operation: id, origin: operation.origin, until });
        if (ends.intent === operation.intent) return records.save(ends);
        return renewPreview(await plannedAnew(ends, ends.intent));
      }),
    "operations.approve": ({ id, feeLevel, previewMadeAt, seen }) =>
      works.hold(id, async () => {
        const operation = await records.load(id);
        // Another record than the one on the screen: somebody wrote to the storage in between.
        if (seen !== undefined && seen !== approvals.digestOf(operation)) {
          throw new WeirError("operation/changed-since-preview", {});
        }
        const account = await accountOf(operation.accountId);
        await requireOwnPlan(operation);
        return finish(await approve(parts, operation, account, feeLevel, previewMadeAt));
      }),
    "operations.reject": ({ id }) => {
      // What is being done for it ends first, also where that waits for a person at a device.
      const restore = works.withdraw(id);
      deps.stopSigning?.(id);
      return queued(id, async () => {
        restore();
        const operation = await records.load(id);
        if (operation.state !== "planned") throw new WeirError("operation/state", { state: operation.state });
        const error = errorReport(new WeirError("operation/rejected-by-user", {}), "operations.reject");
        const rejected = await records.save({ ...operation, state: "rejected", error });
        await deps.audit("operation.rejected", { operation: id, origin: operation.origin });
        finish(rejected);
        return {};
      });
    },
    "operations.speedUp": ({ id }) => replaceWaiting(id, "speed-up"),
    "operations.cancel": ({ id }) => replaceWaiting(id, "cancel"),
  };

  function replaceWaiting(id: string, purpose: "speed-up" | "cancel"): Promise<Operation> {
    return works.hold(id, async () => {
      const operation = await records.load(id);
      return replace(parts, operation, await accountOf(operation.accountId), purpose);
    });
  }

  return {
    handlers,
    planForSite: ({ origin, requestId, chainId, account, ask }) =>
      queued(`site:${requestId}`, async () => {
        const known = (await records.all()).find(
          ({ intent }) => isSiteIntent(intent) && intent.requestId === requestId,
        );
        return known ?? plan(chainId, account, siteIntent(origin, requestId, ask), origin);
      }),
    bundle: async (origin, bundleId) =>
      (await records.all()).find(
        ({ intent }) =>
          intent.kind === "site-calls" && intent.origin === origin && intent.bundleId === bundleId,
      ),
    receipts: ({ chainId, steps }) =>
      Promise.all(
        steps.map(async ({ confirmedHash }) => confirmedHash && deps.access(chainId).receipt(confirmedHash)),
      ),
    get: async (id) => (await records.all()).find((operation) => operation.id === id),
    resume: watcher.resume,
    tick: watcher.tick,
    pendingCount: async () => (await records.all()).filter(isWatched).length,
  };
}

/** Work nobody waits for; what fails in it is in the record already. */
function inBackground(work: Promise<unknown>): void {
  void work.catch(() => undefined);
}
