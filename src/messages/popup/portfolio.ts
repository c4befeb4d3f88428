import * as v from "valibot";
import { StakingIntent } from "../../core/staking/intent.ts";
import { Effect, Remark } from "../../core/staking/plan.ts";
import { ExpectedTime, MeasuredYield } from "../../core/staking/position.ts";
import { baseUnits, chainId, recordId } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

export const Quote = v.strictObject({
  receives: Effect,
  rewardFeeBasisPoints: v.optional(v.number()),
  amountFee: baseUnits,
  parts: v.array(baseUnits),
  expected: v.optional(ExpectedTime),
  yield: v.optional(MeasuredYield),
  breakEvenDays: v.optional(v.number()),
  remarks: v.array(Remark),
  /** Estimated network fee of all transactions, wei; undefined when fees are unknown. */
  gasWei: v.optional(baseUnits),
});
export type Quote = v.InferOutput<typeof Quote>;

export const portfolioCommands = {
  /** Reads the network now and writes the snapshot; joins a refresh already under way. */
  "portfolio.refresh": command(v.strictObject({ chainId }), v.strictObject({ ok: v.boolean() })),
  /** From the stored snapshot; no request to the network. */
  "portfolio.quote": command(v.strictObject({ chainId, accountId: recordId, intent: StakingIntent }), Quote),
  /** The most that can be used: native minus gas of the operation, or the token balance to the last unit. */
  "portfolio.max": command(
    v.strictObject({
      chainId,
      accountId: recordId,
      kind: v.picklist(["stake", "convert", "redeem", "send"]),
      assetId: v.string(),
    }),
    v.strictObject({ amount: baseUnits, reservedGasWei: baseUnits }),
  ),
  /** Facts of the protocols of a network that pages show: name, tokens, risks, contracts. */
  "portfolio.protocols": command(
    v.strictObject({ chainId }),
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        tokens: v.array(
          v.object({
            id: v.string(),
            symbol: v.string(),
            name: v.string(),
            decimals: v.number(),
            growth: v.picklist(["rebasing", "accruing"]),
            address: v.string(),
          }),
        ),
        contracts: v.array(v.object({ role: v.string(), address: v.string(), source: v.string() })),
        risks: v.array(v.string()),
        maxClaimsPerTransaction: v.number(),
        /** The protocol's words: language → key → text. */
        copy: v.record(v.string(), v.record(v.string(), v.string())),
      }),
    ),
  ),
};
