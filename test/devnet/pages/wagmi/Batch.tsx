import { encodeFunctionData, parseAbi } from "viem";
import { useCapabilities, useConfig, useSendCalls } from "wagmi";
import { waitForCallsStatus } from "wagmi/actions";
import { DEPOSITED, poolAbi, TARN, tokenAbi, WSTETH } from "../tarn.ts";
import type { Run } from "./Outcome.tsx";

/** Approve and deposit as one EIP-5792 batch. */
export function Batch({ address, run }: { address: `0x${string}`; run: Run }) {
  const config = useConfig();
  const capabilities = useCapabilities({ account: address });
  const { mutateAsync: sendCalls } = useSendCalls();
  const both = async () => {
    const { id } = await sendCalls({
      calls: [
        {
          to: WSTETH,
          data: encodeFunctionData({
            abi: parseAbi(tokenAbi),
            functionName: "approve",
            args: [TARN, DEPOSITED],
          }),
        },
        {
          to: TARN,
          data: encodeFunctionData({
            abi: parseAbi(poolAbi),
            functionName: "deposit",
            args: [DEPOSITED, address],
          }),
        },
      ],
    });
    const { status, receipts } = await waitForCallsStatus(config, { id });
    return `${status} ${receipts?.length ?? 0}`;
  };
  return (
    <>
      <p id="capabilities">{JSON.stringify(capabilities.data) ?? capabilities.status}</p>
      <button type="button" id="batch" onClick={() => run("batch", both)}>
        Approve and deposit
      </button>
    </>
  );
}
