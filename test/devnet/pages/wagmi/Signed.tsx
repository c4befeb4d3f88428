import { parseAbi } from "viem";
import { useSignTypedData, useWriteContract } from "wagmi";
import { DEPOSITED, oneTransfer, permit2Domain, permit2Types, poolAbi, TARN } from "../tarn.ts";
import type { Run } from "./Outcome.tsx";
import { useMined } from "./use-transaction.ts";

/** A deposit by Permit2's signature: typed data first, then the transaction that uses it. */
export function Signed({ address, run }: { address: `0x${string}`; run: Run }) {
  const { mutateAsync: sign } = useSignTypedData();
  const { mutateAsync: write } = useWriteContract();
  const mined = useMined();
  const deposit = async () => {
    const message = oneTransfer();
    const signature = await sign({
      domain: permit2Domain,
      types: permit2Types,
      primaryType: "PermitTransferFrom",
      message,
    });
    const { permitted, nonce, deadline } = message;
    return mined(
      await write({
        abi: parseAbi(poolAbi),
        address: TARN,
        functionName: "depositWithPermit2",
        args: [{ permitted, nonce, deadline }, DEPOSITED, address, signature],
      }),
    );
  };
  return (
    <button type="button" id="permit2" onClick={() => run("permit2", deposit)}>
      Deposit by signature
    </button>
  );
}
