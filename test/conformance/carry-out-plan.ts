import type { Wallet } from "ethers/wallet";
import { expect } from "vitest";
import type { Devnet } from "../../scripts/devnet/index.mjs";
import type { Address, Hex } from "../../src/core/account/account.ts";
import type { Plan, PlanStep, SignatureParts } from "../../src/core/staking/plan.ts";
import type { Protocol } from "../../src/core/staking/protocol.ts";
import { permitTypedData } from "../../src/operations/run/permit-typed-data.ts";

/** Does a plan's steps one after another on the development chain, permits signed by `wallet`, and sees each go through. */
export async function carryOutPlan(
  plan: Plan,
  { devnet, wallet, protocol }: { devnet: Devnet; wallet: Wallet; protocol: Protocol },
): Promise<void> {
  const account = wallet.address as Address;
  let permit: { step: PlanStep & { kind: "permit" }; signature: SignatureParts } | undefined;
  for (const step of plan.steps) {
    if (step.kind === "permit") {
      const { domain, types, message } = permitTypedData(step, account, 1);
      const signed = await wallet.signTypedData(domain, { Permit: [...types.Permit!] }, message);
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
    } else if (step.kind === "call" || step.kind === "permitted-call") {
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
