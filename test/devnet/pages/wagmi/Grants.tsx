import { parseAbi } from "viem";
import { useWriteContract } from "wagmi";
import { ALLOWED, DEPOSITED, PERMIT2, poolAbi, TARN, tokenAbi, WSTETH } from "../tarn.ts";
import type { Run } from "./Outcome.tsx";
import { useMined } from "./use-transaction.ts";

/** Approve, deposit, revoke: one transaction each. */
export function Grants({ address, run }: { address: `0x${string}`; run: Run }) {
  const { mutateAsync: write } = useWriteContract();
  const mined = useMined();
  const approve = async (spender: `0x${string}`, amount: bigint) =>
    mined(
      await write({
        abi: parseAbi(tokenAbi),
        address: WSTETH,
        functionName: "approve",
        args: [spender, amount],
      }),
    );
  const deposit = async () =>
    mined(
      await write({
        abi: parseAbi(poolAbi),
        address: TARN,
        functionName: "deposit",
        args: [DEPOSITED, address],
      }),
    );
  return (
    <>
      <button type="button" id="approve" onClick={() => run("approve", () => approve(TARN, ALLOWED))}>
        Approve
      </button>
      <button type="button" id="deposit" onClick={() => run("deposit", deposit)}>
        Deposit
      </button>
      <button type="button" id="revoke" onClick={() => run("revoke", () => approve(TARN, 0n))}>
        Revoke
      </button>
      <button
        type="button"
        id="approve-permit2"
        onClick={() => run("approve-permit2", () => approve(PERMIT2, ALLOWED))}
      >
        Approve Permit2
      </button>
    </>
  );
}
