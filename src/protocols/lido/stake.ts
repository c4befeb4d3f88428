import type { Effect, Plan, Remark } from "../../core/staking/plan.ts";
import type { PlanContext } from "../../core/staking/protocol.ts";
import { callData } from "./abi.ts";
import { native, stEth, stEthAddress, wstEth, wstEthAddress } from "./facts.ts";
import { refuse, refuseAboveBalance, stakeObstacles, stateRemarks, tokenById } from "./obstacles.ts";
import { etherForShares, type LidoState, sharesForEther } from "./state.ts";
import { amountParams, remark, words } from "./words.ts";

const NOBODY = "0x0000000000000000000000000000000000000000";

/**
 * What a stake of `amount` wei brings: shares rounded down, and for stETH their ether rounded down again, hence up
 * to 2 wei less than what was staked.
 */
export function stakeEffect(state: LidoState, amount: bigint, receive: string): Effect {
  const shares = sharesForEther(state, amount);
  return tokenById(receive).id === wstEth.id
    ? { asset: wstEth, change: shares }
    : { asset: stEth, change: etherForShares(state, shares) };
}

export function stakeRemarks(state: LidoState, receive: string): Remark[] {
  const rounding = receive.toLowerCase() === stEth.id ? [remark("note", "rounding")] : [];
  const bunker = state.bunker ? [remark("warn", "bunker-stake")] : [];
  return [...stateRemarks(state), ...bunker, ...rounding];
}

/** One transaction: submit() for stETH, or ether sent to wstETH, whose receive() stakes and wraps (WstETH.sol). */
export function planStake(
  state: LidoState,
  intent: { amount: bigint; receive: string },
  context: PlanContext,
): Plan {
  const token = tokenById(intent.receive);
  refuse(stakeObstacles(state, intent.amount));
  refuseAboveBalance(context, native, intent.amount);
  const effect = stakeEffect(state, intent.amount, token.id);
  const wrapped = token.id === wstEth.id;
  return {
    steps: [
      {
        kind: "call",
        to: wrapped ? wstEthAddress : stEthAddress,
        data: wrapped ? "0x" : callData("stEth", "submit", [NOBODY]),
        value: intent.amount,
        words: words(wrapped ? "step.stake-wrapped" : "step.stake", amountParams(intent.amount, native)),
      },
    ],
    effects: [{ asset: native, change: -intent.amount }, effect],
    remarks: stakeRemarks(state, token.id),
  };
}
