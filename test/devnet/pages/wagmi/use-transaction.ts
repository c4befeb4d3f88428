import { useConfig } from "wagmi";
import { waitForTransactionReceipt } from "wagmi/actions";

/** Waits for a transaction's receipt; gives its hash. */
export function useMined(): (hash: `0x${string}`) => Promise<string> {
  const config = useConfig();
  return async (hash) => {
    const { status } = await waitForTransactionReceipt(config, { hash });
    if (status !== "success") throw new Error(`${hash} was reverted`);
    return hash;
  };
}
