import type { Account } from "../../core/account/account.ts";
import { remarksOf } from "../../core/approval/rules.ts";
import type { FeeChoice, Simulation } from "../../core/chain/access.ts";
import { feeLevelNames, type Operation, type Preview } from "../../core/operation/operation.ts";
import { isSiteIntent } from "../../core/staking/intent.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { networkOf } from "../plan/plan-intent.ts";
import { knownTokens } from "../plan/tokens.ts";
import { blockedBy, missingNative } from "./blocked.ts";
import { gatherPeople } from "./gather-facts.ts";
import { addressBook } from "./known-addresses.ts";
import { rehearse } from "./rehearsal.ts";
import { simulateChanges } from "./simulated-changes.ts";

/** Gas shown for a later step that the node cannot estimate before the earlier ones are mined. */
const UNKNOWN_STEP_GAS = 400_000n;
const PLAIN_TRANSFER_GAS = 21_000n;

function gasOf(simulation: Simulation, calls: number): bigint {
  if (simulation.revertReason !== undefined) return PLAIN_TRANSFER_GAS * BigInt(calls);
  const each = simulation.gasLimits;
  if (each?.length !== calls) return simulation.gasLimit;
  return each.reduce((sum, gas) => sum + (gas === 0n ? UNKNOWN_STEP_GAS : gas), 0n);
}

/**
 * When everything is sent, the fee kept back is all there is: a fee level that has risen since the plan is held to
 * it, so that any level can be paid.
 */
function heldTo(fees: FeeChoice, room: bigint, gasLimit: bigint): FeeChoice {
  const most = gasLimit > 0n && room > 0n ? room / gasLimit : 0n;
  const hold = { ...fees };
  for (const name of feeLevelNames) {
    const { maxFeePerGas, maxPriorityFeePerGas } = fees[name];
    if (maxFeePerGas <= most || most < fees.baseFee) continue;
    hold[name] = {
      maxFeePerGas: most,
      maxPriorityFeePerGas: maxPriorityFeePerGas < most ? maxPriorityFeePerGas : most,
    };
  }
  return hold;
}

/**
 * The operation with a preview of what is still to be done, bound to the newest block; the plan is renewed when it
 * begins with a permit. Nothing is stored. Rejects with chain/* errors, and with what keeps a protocol from planning.
 */
export async function previewTransactions(
  deps: OperationsDependencies,
  operation: Operation,
  account: Account,
  earlier: readonly Operation[],
): Promise<Operation & { preview: Preview }> {
  const chain = await networkOf(deps, operation.chainId);
  const access = deps.access(operation.chainId);
  const known = knownTokens(deps.protocols.onChain(operation.chainId));
  const verified = new Set(known.keys());
  const rehearsal = await rehearse(deps, operation, account);
  const { intent } = operation;
  const [changes, allFees, book, secondOpinion, snapshot] = await Promise.all([
    simulateChanges({
      access,
      account: account.address,
      calls: rehearsal.calls,
      tokens: [...known.values()],
      native: chain.native,
      vary: isSiteIntent(intent),
    }),
    access.fees(),
    addressBook(deps, operation.chainId, earlier),
    "protocol" in intent ? deps.secondOpinion(operation.chainId, intent.protocol) : undefined,
    "protocol" in intent ? deps.snapshots.get(operation.chainId) : undefined,
  ]);
  const staked = snapshot?.protocols.find(
    (each) => "protocol" in intent && each.protocol === intent.protocol,
  );
  const { simulation } = changes;
  const gasLimit = gasOf(simulation, rehearsal.calls.length);
  const value = rehearsal.calls.reduce((sum, call) => sum + call.value, 0n);
  const everything = intent.kind === "send" && intent.max && intent.assetId === "native";
  const fees = everything ? heldTo(allFees, simulation.nativeBefore - value, gasLimit) : allFees;
  const { allowances, ...people } = await gatherPeople({
    access,
    operation: rehearsal.operation,
    calls: rehearsal.calls,
    tokens: changes.tokens,
    verified,
    native: chain.native,
    blockSeconds: chain.blockSeconds,
    book,
    changes,
    earlier: earlier.filter(
      (each) => each.id !== operation.id && each.account.toLowerCase() === account.address.toLowerCase(),
    ),
  });
  const now = deps.clock.nowSeconds();
  const whole = rehearsal.calls.length === 0 || changes.effects !== undefined;
  const ruled = remarksOf({
    ...people,
    nowSeconds: now,
    secondOpinion,
    blockAgeSeconds: Math.max(0, now - simulation.block.timestamp),
    blockSeconds: chain.blockSeconds,
    // As of the snapshot: what was reported since, it does not know.
    ...(snapshot && staked?.yield ? { reportAgeSeconds: snapshot.block.timestamp - staked.yield.to } : {}),
    simulation: whole || simulation.revertReason !== undefined ? "whole" : "partial",
    resultUncertain: changes.uncertain,
    tokensLeftOut: changes.leftOut,
    permitSimulatedAsApproval: rehearsal.permitAsApproval,
    revertReason: simulation.revertReason,
    gasLimit,
    maxFeePerGas: fees.normal.maxFeePerGas,
    native: chain.native,
  });
  const remarks = [...ruled, ...rehearsal.operation.plan.remarks];
  const blocked =
    missingNative({
      balance: simulation.nativeBefore,
      value,
      gasLimit,
      maxFeePerGas: fees.normal.maxFeePerGas,
      native: chain.native,
    }) ?? blockedBy(remarks);
  const preview: Preview = {
    block: simulation.block,
    madeAt: now,
    gasLimit,
    fees,
    effects: changes.effects,
    allowances,
    remarks,
    blocked,
  };
  return { ...rehearsal.operation, preview };
}
