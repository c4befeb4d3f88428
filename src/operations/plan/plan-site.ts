import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { SiteCallData } from "../../core/site/site.ts";
import type { Plan, PlanStep } from "../../core/staking/plan.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import { approveStep } from "./plan-approve.ts";
import { callWords } from "./site-words.ts";

/**
 * The plan of a site's calls, a step each. `tokens` are the assets behind their targets, by lower-case address. An
 * ERC-20 approval becomes an approve step, so that its limit is shown and can be set. Throws site/params-invalid for a
 * deployment of nothing and for an approval that carries value.
 */
export function planSiteCalls(
  calls: readonly SiteCallData[],
  tokens: ReadonlyMap<string, Asset>,
  protocols: readonly Protocol[],
  native: Asset,
): Plan {
  const steps = calls.map((each): PlanStep => {
    const { to, data, value } = each;
    if (to === undefined && data === "0x") throw new WeirError("site/params-invalid", { detail: "to" });
    const token = to && tokens.get(to.toLowerCase());
    const call = decodeTokenCall(data);
    if (token && call?.method === "approve") {
      if (value !== 0n) throw new WeirError("site/params-invalid", { detail: "value" });
      return approveStep(token, call.spender, call.amount);
    }
    return {
      kind: "call",
      ...(to === undefined ? {} : { to }),
      data,
      value,
      words: callWords(each, token || undefined, protocols, native),
    };
  });
  return { steps, effects: [], remarks: [] };
}
