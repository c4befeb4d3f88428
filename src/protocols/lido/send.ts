import { formatUnits } from "../../core/amount/format.ts";
import { encodeTransfer } from "../../core/asset/erc20.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Plan } from "../../core/staking/plan.ts";
import type { PlanContext, SendOrder } from "../../core/staking/protocol.ts";
import { callData } from "./abi.ts";
import { stEth } from "./facts.ts";
import { refuseAboveBalance, tokenById } from "./obstacles.ts";

/**
 * Sending one of Lido's tokens. All of an stETH balance goes as shares (StETH.transferShares): a transfer of the
 * balance would be rounded down to shares and leave a wei or two behind. A given amount goes as a transfer, which
 * keeps its meaning through a rebase. Throws amount/zero, staking/above-balance.
 */
export function planSend(order: SendOrder, context: PlanContext): Plan {
  const token = tokenById(order.assetId);
  const balance = context.balances.get(token.id) ?? 0n;
  const amount = order.max ? balance : order.amount;
  if (amount === 0n) throw new WeirError("amount/zero", {});
  refuseAboveBalance(context, token, amount);
  const shares = order.max && token.id === stEth.id ? context.shares?.get(token.id) : undefined;
  return {
    steps: [
      {
        kind: "call",
        to: token.address,
        data:
          shares === undefined
            ? encodeTransfer(order.to, amount)
            : callData("stEth", "transferShares", [order.to, shares]),
        value: 0n,
        words: {
          key: "step.send",
          params: { amount: formatUnits(amount, token.decimals), symbol: token.symbol, to: order.to },
        },
      },
    ],
    effects: [{ asset: token, change: -amount }],
    remarks: [],
  };
}
