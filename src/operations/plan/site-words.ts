import { formatUnits } from "../../core/amount/format.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { SiteCallData } from "../../core/site/site.ts";
import type { Words } from "../../core/staking/plan.ts";
import type { Protocol } from "../../core/staking/protocol.ts";

/** Words for a call whose meaning the wallet knows only in part; its effects come from the simulation. */
export function callWords(
  { to, data, value: wei }: SiteCallData,
  token: Asset | undefined,
  protocols: readonly Protocol[],
  native: Asset,
): Words {
  const value = formatUnits(wei, native.decimals);
  if (to === undefined) return { key: "step.deploy", params: { value, symbol: native.symbol } };
  const call = decodeTokenCall(data);
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
  if (data === "0x") return { key: "step.send", params: { amount: value, symbol: native.symbol, to } };
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
