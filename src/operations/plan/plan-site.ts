import type { Address } from "../../core/account/account.ts";
import { formatUnits } from "../../core/amount/format.ts";
import { remark } from "../../core/approval/facts.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Plan, Remark, Words } from "../../core/staking/plan.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import { planApprove } from "./plan-approve.ts";

export type SiteIntent = Extract<Intent, { kind: "site-transaction" }>;

/** Words for a call whose meaning the wallet knows only in part; its effects come from the simulation. */
function callWords(
  intent: SiteIntent,
  to: Address,
  token: Asset | undefined,
  protocols: readonly Protocol[],
  native: Asset,
): Words {
  const value = formatUnits(intent.value, native.decimals);
  const call = decodeTokenCall(intent.data);
  if (token && call && (call.method === "transfer" || call.method === "transferFrom")) {
    const amount = formatUnits(call.amount, token.decimals);
    return { key: "step.send", params: { amount, symbol: token.symbol, to: call.to } };
  }
  if (token && call && (call.method === "increaseAllowance" || call.method === "decreaseAllowance")) {
    const amount = formatUnits(call.amount, token.decimals);
    const key = call.method === "increaseAllowance" ? "step.increase-allowance" : "step.decrease-allowance";
    return { key, params: { amount, symbol: token.symbol, spender: call.spender } };
  }
  if (call?.method === "setApprovalForAll") {
    const key = call.approved ? "step.approve-all" : "step.revoke-all";
    return { key, params: { token: to, spender: call.operator } };
  }
  if (intent.data === "0x") return { key: "step.send", params: { amount: value, symbol: native.symbol, to } };
  for (const { definition } of protocols) {
    const contract = definition.contracts.find((each) => each.address.toLowerCase() === to.toLowerCase());
    if (contract) {
      return {
        key: "step.protocol-call",
        params: { protocol: definition.name, role: contract.role, value, symbol: native.symbol },
      };
    }
  }
  return { key: "step.contract-call", params: { to, value, symbol: native.symbol } };
}

function remarksOf(intent: SiteIntent, to: Address): Remark[] {
  const call = decodeTokenCall(intent.data);
  if (call?.method !== "setApprovalForAll" || !call.approved) return [];
  return [remark("warn", "approve-all", { token: to, spender: call.operator })];
}

/**
 * The plan of a site's transaction. `token` is the asset behind `to` where it is a token. An ERC-20 approval
 * becomes an approve step, so that its limit is shown and can be set. Throws site/params-invalid for a contract
 * creation and for an approval that carries value.
 */
export function planSiteTransaction(
  intent: SiteIntent,
  token: Asset | undefined,
  protocols: readonly Protocol[],
  native: Asset,
): Plan {
  const { to } = intent;
  if (to === undefined) throw new WeirError("site/params-invalid", { detail: "to" });
  const call = decodeTokenCall(intent.data);
  if (token && call?.method === "approve") {
    if (intent.value !== 0n) throw new WeirError("site/params-invalid", { detail: "value" });
    return planApprove(token, call.spender, call.amount);
  }
  return {
    steps: [
      {
        kind: "call",
        to,
        data: intent.data,
        value: intent.value,
        words: callWords(intent, to, token, protocols, native),
      },
    ],
    effects: [],
    remarks: remarksOf(intent, to),
  };
}
