import type { CallRequest } from "../../core/chain/access.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import type { Effect } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { networkOf } from "../plan/plan-intent.ts";
import { knownTokens } from "../plan/tokens.ts";
import { closeEnough, sameEffects } from "../preview/same-preview.ts";
import { type SimulatedChanges, simulateChanges } from "../preview/simulated-changes.ts";
import { completedCall } from "./completed-call.ts";

/** How the next of several steps does on the newest block. */
export interface RehearsedStep {
  /** undefined = goes through. */
  revertReason: string | undefined;
  gasLimit: bigint;
  /** What the step alone changes; undefined = the node could not tell. */
  effects: Effect[] | undefined;
  /** The rest of the plan still does what was shown for the whole. */
  holds: boolean;
}

/** What was shown less what the steps since were to change; undefined when that is not known of one of them. */
function shownRest(operation: Operation, place: number): Effect[] | undefined {
  const shown = operation.preview?.effects;
  if (!shown) return undefined;
  const left = new Map(shown.map((effect) => [effect.asset.id, effect]));
  for (const [at, step] of operation.steps.slice(0, place).entries()) {
    const kind = operation.plan.steps[at]?.kind;
    if (kind === "approve" || kind === "permit") continue;
    if (!step.effects) return undefined;
    for (const { asset, change } of step.effects) {
      const before = left.get(asset.id)?.change ?? 0n;
      left.set(asset.id, { asset, change: before - change });
    }
  }
  return [...left.values()];
}

/** Whether the rest of the plan gives no right beyond those that were shown. */
function grantsOnlyShown(shown: Preview | undefined, { allowances }: SimulatedChanges): boolean {
  return allowances.every(({ token, spender, before, after }) => {
    if (after <= before) return true;
    const pair = `${token}:${spender}`.toLowerCase();
    return shown?.allowances.some(
      (each) =>
        `${each.token}:${each.spender}`.toLowerCase() === pair &&
        (after <= each.after || closeEnough(each.after, after)),
    );
  });
}

/**
 * Runs the step alone, and the rest of the plan from it on where there is more, on the newest block. Unknown effects
 * cannot differ. Rejects with chain/* errors.
 */
export async function rehearseNext(
  deps: OperationsDependencies,
  operation: Operation,
  place: number,
  call: CallRequest,
): Promise<RehearsedStep> {
  const tokens = [...knownTokens(deps.protocols.onChain(operation.chainId)).values()];
  const { native } = await networkOf(deps, operation.chainId);
  const run = (calls: readonly CallRequest[]) =>
    simulateChanges({
      access: deps.access(operation.chainId),
      account: operation.account,
      calls,
      tokens,
      native,
    });
  const alone = await run([call]);
  const { revertReason, gasLimit } = alone.simulation;
  const later = operation.plan.steps
    .slice(place + 1)
    .map((_, at) => completedCall(deps, operation, place + 1 + at));
  const calls = later.flatMap((each) => each ?? []);
  const knowsRest = calls.length === later.length;
  const rest = !knowsRest ? undefined : calls.length === 0 ? alone : await run([call, ...calls]);
  const shown = shownRest(operation, place);
  return {
    revertReason,
    gasLimit,
    effects: alone.effects,
    holds:
      rest === undefined ||
      (rest.simulation.revertReason === revertReason &&
        (!shown || !rest.effects || sameEffects(shown, rest.effects)) &&
        grantsOnlyShown(operation.preview, rest)),
  };
}
