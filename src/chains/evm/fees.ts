import type { FeeChoice } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { FeeLevel } from "../../core/operation/operation.ts";
import { list, Malformed, quantity, record } from "./quantity.ts";
import type { RpcRequest } from "./transport/rpc.ts";

const blocks = 20;
const percentiles = [10, 50, 90];
const gwei = 1_000_000_000n;

/** Least tips in wei per gas for slow, normal and fast: below them block builders may pass a transaction over. */
export const tipFloors = [gwei / 100n, gwei / 20n, gwei / 10n] as const;
/** Most a tip may be, whatever the history says. */
export const tipCap = 50n * gwei;
/** A base fee from here on is taken for a lie or a mistake; since 2022 mainnet stayed well below. */
export const implausibleBaseFee = 1000n * gwei;

/** What eth_feeHistory tells: the next block's base fee, and per block the tips at each percentile. */
export interface FeeHistory {
  nextBaseFee: bigint;
  /** Blocks without transactions are left out: they report a tip of zero, which nobody chose. */
  tips: bigint[][];
}

/** eth_feeHistory over the last 20 blocks (fewer on a young network). */
export const feeHistoryRequest: RpcRequest<FeeHistory> = {
  method: "eth_feeHistory",
  params: ["0x14", "latest", percentiles],
  decode(value) {
    const history = record(value);
    const baseFees = list(history.baseFeePerGas, blocks + 1).map(quantity);
    const nextBaseFee = baseFees.at(-1);
    const used = list(history.gasUsedRatio, blocks);
    const reward = list(history.reward, blocks);
    if (nextBaseFee === undefined || baseFees.length < 2) throw new Malformed("baseFeePerGas");
    if (used.length !== baseFees.length - 1 || reward.length !== used.length) throw new Malformed("reward");
    const tips = reward.map((row) => {
      const values = list(row, percentiles.length).map(quantity);
      if (values.length !== percentiles.length) throw new Malformed("reward");
      return values;
    });
    return { nextBaseFee, tips: tips.filter((_, index) => used[index] !== 0) };
  },
};

/**
 * Three levels from a fee history, in wei per gas. Tip: the median over blocks of the 10th, 50th and 90th percentile,
 * between floor and cap, never less than the level below. maxFee: twice the next base fee plus the tip, which holds for
 * at least five full blocks in a row (EIP-1559: an eighth more each). Throws operation/fee-implausible.
 */
export function feesFromHistory(history: FeeHistory): FeeChoice {
  const baseFee = history.nextBaseFee;
  if (baseFee >= implausibleBaseFee) {
    throw new WeirError("operation/fee-implausible", { gwei: (baseFee / gwei).toString() });
  }
  let below = 0n;
  const levels = tipFloors.map((floor, index): FeeLevel => {
    const tip = clamp(median(history.tips.map((row) => row[index] ?? 0n)), floor, tipCap);
    below = tip > below ? tip : below;
    return { maxFeePerGas: 2n * baseFee + below, maxPriorityFeePerGas: below };
  });
  const [slow, normal, fast] = levels as [FeeLevel, FeeLevel, FeeLevel];
  return { slow, normal, fast, baseFee };
}

/** The lower middle value; 0n of none. */
export function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
}

function clamp(value: bigint, low: bigint, high: bigint): bigint {
  return value < low ? low : value > high ? high : value;
}
