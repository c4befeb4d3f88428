import type { TypedData } from "../../core/account/signer.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { PermitStep } from "../../core/staking/plan.ts";

/** The typed data of an ERC-2612 permit. */
export function permitTypedData(step: PermitStep, owner: `0x${string}`, chainId: number): TypedData {
  if (!step.token.address) throw new WeirError("operation/state", { state: "permit" });
  return {
    domain: { ...step.domain, chainId: BigInt(chainId), verifyingContract: step.token.address },
    primaryType: "Permit",
    types: {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: {
      owner,
      spender: step.spender,
      value: step.amount,
      nonce: step.nonce,
      deadline: step.deadline,
    },
  };
}
