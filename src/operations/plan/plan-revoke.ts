import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../../core/account/account.ts";
import { permit2Address } from "../../core/allowance/standing-reads.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Plan, PlanStep } from "../../core/staking/plan.ts";
import { approveStep } from "./plan-approve.ts";

type RevokeIntent = Extract<Intent, { kind: "revoke" }>;
type Pair = Pick<RevokeIntent["items"][number], "token" | "spender">;

/** Selectors: setApprovalForAll(address,bool) (EIP-721, EIP-1155); Permit2's lockdown((address,address)[]). */
const setApprovalForAll = "0xa22cb465";
const lockdown = "0xcc53287f";

const encode = (selector: string, types: string[], values: unknown[]): Hex =>
  `${selector}${AbiCoder.defaultAbiCoder().encode(types, values).slice(2)}` as Hex;

function operatorStep(token: Address, spender: Address): PlanStep {
  const data = encode(setApprovalForAll, ["address", "bool"], [spender, false]);
  const words = { key: "step.revoke-all", params: { token, spender } };
  return { kind: "call", to: token, data, value: 0n, words };
}

/** Permit2 ends all pairs of an account in one transaction. */
function lockdownStep(pairs: readonly Pair[]): PlanStep {
  const list = pairs.map(({ token, spender }) => [token, spender]);
  const data = encode(lockdown, ["tuple(address,address)[]"], [list]);
  const words = { key: "step.revoke-permit2", params: { count: pairs.length } };
  return { kind: "call", to: permit2Address, data, value: 0n, words };
}

/** The plan of ending allowances. `tokens` by lower-case address. */
export function planRevoke({ items }: RevokeIntent, tokens: ReadonlyMap<string, Asset>): Plan {
  const steps = items.flatMap(({ form, token, spender }): PlanStep[] => {
    if (form === "permit2") return [];
    if (form === "operator") return [operatorStep(token, spender)];
    const id = token.toLowerCase();
    // A token that does not even tell its decimals can still be told that nothing may be taken.
    const asset = tokens.get(id) ?? { id, symbol: "?", name: "?", decimals: 0, address: token };
    return [approveStep(asset, spender, 0n)];
  });
  const pairs = items.filter(({ form }) => form === "permit2");
  if (pairs.length > 0) steps.push(lockdownStep(pairs));
  return { steps, effects: [], remarks: [] };
}
