import { formatEther, parseAbi } from "viem";
import { useReadContract } from "wagmi";
import { poolAbi, TARN, tokenAbi, WSTETH } from "../tarn.ts";

const token = parseAbi(tokenAbi);
const pool = parseAbi(poolAbi);
const query = { refetchInterval: 1_000 };

/** What the account has and has allowed, by wagmi's own hooks. */
export function Position({ address }: { address: `0x${string}` }) {
  const balance = useReadContract({
    abi: token,
    address: WSTETH,
    functionName: "balanceOf",
    args: [address],
    query,
  });
  const allowance = useReadContract({
    abi: token,
    address: WSTETH,
    functionName: "allowance",
    args: [address, TARN],
    query,
  });
  const shares = useReadContract({
    abi: pool,
    address: TARN,
    functionName: "balanceOf",
    args: [address],
    query,
  });
  return (
    <ul>
      <li id="balance">{words(balance.data)}</li>
      <li id="allowance">{words(allowance.data)}</li>
      <li id="shares">{words(shares.data)}</li>
    </ul>
  );
}

const words = (wei: bigint | undefined): string => (wei === undefined ? "–" : formatEther(wei));
