import { WeirError } from "../../core/errors/index.ts";
import type { Effect, Plan, PlanStep, Remark } from "../../core/staking/plan.ts";
import type { PlanContext } from "../../core/staking/protocol.ts";
import { callData } from "./abi.ts";
import { stEth, wstEth, wstEthAddress } from "./facts.ts";
import { convertObstacles, refuse, refuseAboveBalance, stateRemarks, tokenById } from "./obstacles.ts";
import { etherForShares, type LidoState, sharesForEther } from "./state.ts";
import { amountParams, remark, words } from "./words.ts";

interface Conversion {
  amount: bigint;
  from: string;
  to: string;
}

/** Whether it wraps. Throws staking/unsupported for two tokens that are not the two forms. */
export function wraps(intent: Conversion): boolean {
  const from = tokenById(intent.from);
  const to = tokenById(intent.to);
  if (from.id === to.id) throw new WeirError("staking/unsupported", { protocol: "Lido" });
  return from.id === stEth.id;
}

/**
 * What comes out. Wrapping mints the shares of the amount, rounded down. Unwrapping pays their ether rounded down
 * and moves it as shares, rounded down once more.
 */
export function convertEffect(state: LidoState, intent: Conversion): Effect {
  if (wraps(intent)) return { asset: wstEth, change: sharesForEther(state, intent.amount) };
  const asked = etherForShares(state, intent.amount);
  return { asset: stEth, change: etherForShares(state, sharesForEther(state, asked)) };
}

export function convertRemarks(state: LidoState): Remark[] {
  return [...stateRemarks(state), remark("note", "rounding")];
}

/** wrap(amount), after an approval of exactly the amount where there is none yet; or unwrap(amount). */
export function planConvert(state: LidoState, intent: Conversion, context: PlanContext): Plan {
  const wrapping = wraps(intent);
  const from = wrapping ? stEth : wstEth;
  refuse(convertObstacles(state, intent.amount));
  refuseAboveBalance(context, from, intent.amount);
  const steps: PlanStep[] = [];
  const params = amountParams(intent.amount, from);
  const allowed = context.allowances.get(`${stEth.id}:${wstEthAddress.toLowerCase()}`) ?? 0n;
  if (wrapping && allowed < intent.amount) {
    steps.push({
      kind: "approve",
      token: stEth,
      spender: wstEthAddress,
      amount: intent.amount,
      words: words("step.approve-wrap", params),
    });
  }
  steps.push({
    kind: "call",
    to: wstEthAddress,
    data: callData("wstEth", wrapping ? "wrap" : "unwrap", [intent.amount]),
    value: 0n,
    words: words(wrapping ? "step.wrap" : "step.unwrap", params),
  });
  return {
    steps,
    effects: [{ asset: from, change: -intent.amount }, convertEffect(state, intent)],
    remarks: convertRemarks(state),
  };
}
