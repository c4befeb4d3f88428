import { TypedDataEncoder } from "ethers/hash";
import * as v from "valibot";
import type { Address } from "../../core/account/account.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { StakingIntent } from "../../core/staking/intent.ts";
import type { CallStep, PermitStep, PermittedCallStep, SignatureParts } from "../../core/staking/plan.ts";
import type { PlanContext, Read, ReadAnswers } from "../../core/staking/protocol.ts";
import { address, baseUnits } from "../../core/wire/schemas.ts";
import { type ContractName, callData, decoded, read } from "./abi.ts";
import { wraps } from "./convert.ts";
import { chainId, permitDomains, queueAddress, stEth, wstEth, wstEthAddress } from "./facts.ts";
import { tokenById } from "./obstacles.ts";
import { redeemMethods } from "./redeem.ts";

const contractOf = (tokenId: string): ContractName => (tokenId === wstEth.id ? "wstEth" : "stEth");

/** What a plan must know of allowances and permits. Staking, unwrapping and claiming need none. */
export function planReads(intent: StakingIntent, account: Address): Read[] {
  if (intent.kind === "convert" && wraps(intent)) {
    return [read("allowance", "stEth", "allowance", [account, wstEthAddress])];
  }
  if (intent.kind !== "redeem") return [];
  const contract = contractOf(tokenById(intent.token).id);
  return [
    read("allowance", contract, "allowance", [account, queueAddress]),
    read("nonce", contract, "nonces", [account]),
    read("domain", contract, "DOMAIN_SEPARATOR", []),
  ];
}

function expectedSeparator(tokenId: string): string | undefined {
  const domain = permitDomains.get(tokenId);
  if (domain === undefined) return undefined;
  return TypedDataEncoder.hashDomain({ ...domain, chainId, verifyingContract: tokenById(tokenId).address });
}

/**
 * Allowances and permit nonces. A nonce is given only when the token's own DOMAIN_SEPARATOR is the one computed
 * here, since a permit for another domain would be signed in vain.
 */
export function decodePlanReads(
  intent: StakingIntent,
  _account: Address,
  answers: ReadAnswers,
): Pick<PlanContext, "permitNonces" | "allowances"> {
  const permitNonces = new Map<string, bigint>();
  const allowances = new Map<string, bigint>();
  const tokenId = intent.kind === "redeem" ? tokenById(intent.token).id : stEth.id;
  const spender = intent.kind === "redeem" ? queueAddress : wstEthAddress;
  const contract = contractOf(tokenId);
  const allowance = decoded(contract, "allowance", answers.get("allowance"))?.[0];
  if (allowance !== undefined) allowances.set(`${tokenId}:${spender.toLowerCase()}`, allowance);
  const nonce = decoded(contract, "nonces", answers.get("nonce"))?.[0];
  const separator = decoded(contract, "DOMAIN_SEPARATOR", answers.get("domain"))?.[0];
  if (nonce !== undefined && separator === expectedSeparator(tokenId)) permitNonces.set(tokenId, nonce);
  return { permitNonces, allowances };
}

const RequestArgs = v.tuple([v.array(baseUnits), address]);

/** requestWithdrawals…WithPermit with the signed permit. Throws staking/unsupported for a step that is not ours. */
export function completeCall(
  step: PermittedCallStep,
  permit: PermitStep,
  signature: SignatureParts,
): CallStep {
  const args = v.safeParse(RequestArgs, step.args);
  if (!args.success || step.method !== redeemMethods.permitted(permit.token.id)) {
    throw new WeirError("staking/unsupported", { protocol: "Lido" });
  }
  const [parts, owner] = args.output;
  const input = [permit.amount, permit.deadline, signature.v, signature.r, signature.s];
  return {
    kind: "call",
    to: step.to,
    data: callData("queue", step.method, [parts, owner, input]),
    value: step.value,
    words: step.words,
  };
}
