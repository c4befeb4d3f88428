import { createConfig, http } from "wagmi";
import { mainnet } from "wagmi/chains";

/** Reads go to the node that the address of the page names; wallets are found by EIP-6963, as wagmi does by itself. */
export const config = createConfig({
  chains: [mainnet],
  transports: { [mainnet.id]: http(new URLSearchParams(location.search).get("rpc") ?? undefined) },
  pollingInterval: 500,
});
