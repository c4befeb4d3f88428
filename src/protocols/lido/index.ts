import type { Protocol } from "../../core/staking/protocol.ts";
import { toWire } from "../../core/wire/wire.ts";
import { decoded, read } from "./abi.ts";
import { planClaim } from "./claim.ts";
import { planConvert } from "./convert.ts";
import copy from "./copy.json" with { type: "json" };
import { decode } from "./decode.ts";
import {
  chainId,
  contracts,
  id,
  maxClaimsOnDevice,
  maxClaimsPerTransaction,
  native,
  stEth,
  wstEth,
} from "./facts.ts";
import { completeCall, decodePlanReads, planReads } from "./permit.ts";
import { quote } from "./quote.ts";
import { reads } from "./read.ts";
import { planRedeem } from "./redeem.ts";
import { planSend } from "./send.ts";
import { planStake } from "./stake.ts";
import { etherForShares, usableState } from "./state.ts";
import { finalisationLogs, measurePace } from "./wait.ts";
import { measureYield, reportLogs } from "./yield.ts";

/** Lido on Ethereum: ether staked as stETH (rebasing) or wstETH (accruing), redeemed through its withdrawal queue. */
export const protocol: Protocol = {
  definition: {
    id,
    name: "Lido",
    chainId,
    native,
    tokens: [
      { ...stEth, growth: "rebasing" },
      { ...wstEth, growth: "accruing" },
    ],
    contracts,
    risks: ["risk.contract", "risk.slashing", "risk.queue", "risk.governance", "risk.price"],
    maxClaimsPerTransaction,
    maxClaimsOnDevice,
    copy,
  },
  reads,
  decode,
  planReads,
  decodePlanReads,
  yieldLogs: reportLogs,
  measureYield,
  queueLogs: finalisationLogs,
  measureQueue: (logs, now) => ({ ...(toWire(measurePace(logs, now) ?? {}) as object) }),
  // A share is worth the same in either form.
  worthOf: (state, _tokenId, units) => etherForShares(usableState(state), units),
  quote: (input) => quote({ ...input, state: usableState(input.state) }),
  plan(intent, state, context) {
    const known = usableState(state);
    switch (intent.kind) {
      case "stake":
        return planStake(known, intent, context);
      case "convert":
        return planConvert(known, intent, context);
      case "redeem":
        return planRedeem(known, intent, context);
      case "claim":
        return planClaim(intent, context);
    }
  },
  planSend: (order, _state, context) => planSend(order, context),
  completeCall,
  rateRead: () => read("rate", "wstEth", "stEthPerToken", []),
  decodeRate: (answer) => decoded("wstEth", "stEthPerToken", answer)?.[0] ?? 0n,
};
