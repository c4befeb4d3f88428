import type { Wallet } from "ethers/wallet";
import { expect } from "vitest";
import type { Devnet } from "../../scripts/devnet/index.mjs";
import type { Address, Hex } from "../../src/core/account/account.ts";
import type { Plan, PlanStep, SignatureParts } from "../../src/core/staking/plan.ts";
import type { Protocol } from "../../src/core/staking/protocol.ts";

/** Does a plan's steps one after another on the development chain, permits signed by `wallet`, and sees each go through. */
export async function carryOutPlan(
  plan: Plan,
  { devnet, wallet, protocol }: { devnet: Devnet; wallet: Wallet; protocol: Protocol },
): Promise<void> {
  const account = wallet.address as Address;
  let permit: { step: PlanStep & { kind: "permit" }; signature: SignatureParts } | undefined;
  for (const step of plan.steps) {
    if (step.kind === "permit") {
      const signed = await wallet.signTypedData(
        { ...step.domain, chainId: 1, verifyingContract: step.token.address! },
        {
          Permit: [
            "owner:address",
            "spender:address",
            "value:uint256",
            "nonce:uint256",
            "deadline:uint256",
          ].map((field) => ({ name: field.split(":")[0]!, type: field.split(":")[1]! })),
        },
        {
          owner: account,
          spender: step.spender,
          value: step.amount,
          nonce: step.nonce,
          deadline: step.deadline,
        },
      );
      permit = {
        step,
        signature: {
          r: signed.slice(0, 66) as Hex,
          s: `0x${signed.slice(66, 130)}`,
          v: Number.parseInt(signed.slice(130), 16) as 27 | 28,
        },
      };
    } else if (step.kind === "approve") {
      await devnet.contracts.write(account, "StEth", step.token.address!, "approve", [
        step.spender,
        step.amount,
      ]);
    } else {
      const call = step.kind === "call" ? step : protocol.completeCall(step, permit!.step, permit!.signature);
      const hash = await devnet.levers.rpc("eth_sendTransaction", [
        {
          from: account,
          to: call.to,
          data: call.data,
          value: `0x${call.value.toString(16)}`,
          gas: call.value > 0n ? "0x30d40" : "0x4c4b40",
        },
      ]);
      const receipt = await devnet.contracts.receiptOf(hash);
      expect(receipt.status, `${call.words.key} went through`).toBe("0x1");
    }
  }
}
