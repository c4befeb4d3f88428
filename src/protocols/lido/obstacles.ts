import { formatUnits } from "../../core/amount/format.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Remark } from "../../core/staking/plan.ts";
import type { PlanContext } from "../../core/staking/protocol.ts";
import { native, stEth, wstEth } from "./facts.ts";
import type { LidoState } from "./state.ts";
import { remark } from "./words.ts";

/** Why something cannot be done now: as an error where it is planned, as a remark where it is quoted. */
export interface Obstacle {
  error: WeirError;
  remark: Remark;
}

const protocol = "Lido";
const unit = native.symbol;

function rateObstacle(state: LidoState): Obstacle[] {
  if (state.trouble === undefined) return [];
  return [
    {
      error: new WeirError("staking/rate-implausible", { protocol }),
      remark: remark("block", "rate-implausible"),
    },
  ];
}

function zeroObstacle(amount: bigint): Obstacle[] {
  return amount > 0n ? [] : [{ error: new WeirError("amount/zero", {}), remark: remark("block", "zero") }];
}

/** What stands against staking `amount` wei: Lido.submit's ZERO_DEPOSIT, STAKING_PAUSED and STAKE_LIMIT, said before. */
export function stakeObstacles(state: LidoState, amount: bigint): Obstacle[] {
  const found = [...rateObstacle(state), ...zeroObstacle(amount)];
  if (state.stakingPaused) {
    found.push({
      error: new WeirError("staking/paused", { protocol }),
      remark: remark("block", "staking-paused"),
    });
  } else if (state.stakeLimited && state.currentStakeLimit === 0n) {
    found.push({
      error: new WeirError("staking/limit-reached", { protocol }),
      remark: remark("block", "limit-reached"),
    });
  } else if (state.stakeLimited && amount > state.currentStakeLimit) {
    const limit = formatUnits(state.currentStakeLimit, native.decimals);
    found.push({
      error: new WeirError("staking/above-limit", { limit, unit }),
      remark: remark("block", "above-limit", { limit, unit }),
    });
  }
  return found;
}

/** What stands against changing `amount` between the two forms. */
export function convertObstacles(state: LidoState, amount: bigint): Obstacle[] {
  return [...rateObstacle(state), ...zeroObstacle(amount)];
}

/** What stands against redeeming requests that are worth `ether` together, in `parts` requests of at most `max` at once. */
export function redeemObstacles(state: LidoState, ether: bigint, parts: number, max: number): Obstacle[] {
  const found = [...rateObstacle(state)];
  if (state.queuePaused) {
    found.push({
      error: new WeirError("staking/queue-paused", { protocol }),
      remark: remark("block", "queue-paused"),
    });
  }
  if (ether < state.minRequest) {
    const minimum = formatUnits(state.minRequest, native.decimals);
    found.push({
      error: new WeirError("staking/below-minimum", { minimum, unit: stEth.symbol }),
      remark: remark("block", "below-minimum", { minimum, unit: stEth.symbol }),
    });
  }
  if (parts > max) {
    found.push({
      error: new WeirError("staking/too-many-parts", { parts, max }),
      remark: remark("block", "too-many-parts", { parts, max }),
    });
  }
  return found;
}

/** Throws the first obstacle. */
export function refuse(obstacles: readonly Obstacle[]): void {
  const [first] = obstacles;
  if (first !== undefined) throw first.error;
}

/** Throws staking/above-balance when the account is known to have less. */
export function refuseAboveBalance(context: PlanContext, asset: Asset, amount: bigint): void {
  const balance = context.balances.get(asset.id);
  if (balance !== undefined && amount > balance) {
    throw new WeirError("staking/above-balance", {
      balance: formatUnits(balance, asset.decimals),
      unit: asset.symbol,
    });
  }
}

/** A token of Lido by its id. Throws staking/unsupported. */
export function tokenById(id: string): typeof stEth {
  const token = [stEth, wstEth].find((one) => one.id === id.toLowerCase());
  if (token === undefined) throw new WeirError("staking/unsupported", { protocol });
  return token;
}

/** What is good to know about Lido's present state whatever is done. */
export function stateRemarks(state: LidoState): Remark[] {
  return state.fell ? [remark("warn", "rate-fell")] : [];
}
