import { errorReport, WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { RunParts } from "./run/advance.ts";
import { advanceOrAskAgain } from "./run/approve.ts";
import { askAgain, isAnswered, isWatched, nextStep } from "./run/step-state.ts";
import { watch } from "./run/watch.ts";

/** Sites' operations younger than this are announced again after a restart, for the answer may not have gone out. */
const ANNOUNCED_SECONDS = 24 * 3600;

export interface Watcher {
  resume(): Promise<void>;
  tick(): Promise<void>;
}

/** Looks after everything that is signed, and goes on with plans whose next step is due. Its calls never reject. */
export function createWatcher(parts: RunParts): Watcher {
  const { deps, records, serial, works } = parts;

  /** Whether the next step is due: nothing signed waits, and all before it is confirmed. */
  function isDue(operation: Operation): boolean {
    const next = nextStep(operation);
    const before = operation.steps.slice(0, Math.max(0, next));
    return (
      operation.state === "running" &&
      next >= 0 &&
      operation.steps[next]?.state === "waiting" &&
      before.every((step) => step.state === "confirmed" || step.signature !== undefined)
    );
  }

  /** Does the due step of an operation whose signer takes a person's time: nobody else waits for that. */
  function goOnBeside(id: string): void {
    const work = works.hold(id, async () => {
      const operation = await records.load(id);
      const account = isDue(operation) ? await deps.accounts.get(operation.accountId) : undefined;
      if (account) announce(operation, await advanceOrAskAgain(parts, operation, account));
    });
    // What fails is in the record.
    work.catch(() => undefined);
  }

  function announce(before: Operation, now: Operation): void {
    if (isAnswered(now) && !isAnswered(before)) deps.onFinished?.(now);
  }

  async function look(id: string, headOf: (chainId: number) => Promise<number>): Promise<void> {
    // Its turn may come when a person is done with a device; the next look is soon.
    if (works.isBusy(id)) return;
    await serial(`operation:${id}`, async () => {
      const operation = await records.load(id);
      if (!isWatched(operation)) return;
      const watched = await watch(parts, operation, await headOf(operation.chainId));
      if (!isDue(watched)) return announce(operation, watched);
      const account = await deps.accounts.get(watched.accountId);
      if (!account) {
        // Removed half-way: nobody signs the rest.
        const error = errorReport(new WeirError("account/unknown", {}), "operations");
        return announce(operation, await records.save({ ...watched, state: "failed", error }));
      }
      if (deps.signers.capacityOf(account) === "any") {
        return announce(operation, await advanceOrAskAgain(parts, watched, account));
      }
      goOnBeside(id);
      announce(operation, watched);
    });
  }

  async function tick(): Promise<void> {
    const heads = new Map<number, Promise<number>>();
    const headOf = (chainId: number): Promise<number> => {
      const known = heads.get(chainId);
      if (known) return known;
      const asked = deps
        .access(chainId)
        .latestBlock()
        .then((block) => block.number);
      heads.set(chainId, asked);
      return asked;
    };
    const pending = await records.all().catch(() => []);
    // One that fails, by its node or by its record, does not keep the others waiting.
    await Promise.allSettled(pending.filter(isWatched).map((each) => look(each.id, headOf)));
  }

  /** What was not signed before the worker ended asks again: nobody knows whether the click still stands. */
  function wasInterrupted(operation: Operation): boolean {
    const step = operation.steps[nextStep(operation)];
    const unsigned = step?.state === "signing" && step.attempts.length === 0;
    return operation.state === "approved" || (operation.state === "running" && unsigned);
  }

  async function askAgainWhereUnsigned(operation: Operation): Promise<void> {
    if (!wasInterrupted(operation) || works.isBusy(operation.id)) return;
    await serial(`operation:${operation.id}`, async () => {
      const current = await records.load(operation.id);
      if (wasInterrupted(current)) await records.save(askAgain(current));
    });
  }

  async function resume(): Promise<void> {
    const all = await records.all().catch(() => []);
    await Promise.allSettled(all.map(askAgainWhereUnsigned));
    const since = deps.clock.nowSeconds() - ANNOUNCED_SECONDS;
    for (const each of all) {
      if (each.origin !== "wallet" && each.updatedAt >= since && isAnswered(each)) deps.onFinished?.(each);
    }
    if (all.some(isWatched)) await tick();
  }

  return { resume, tick };
}
