import * as v from "valibot";
import { chainById } from "../../core/chain/chains.ts";
import { WeirError } from "../../core/errors/index.ts";
import { requireConnected, siteMethod } from "../method.ts";
import { quantityNumber } from "./quantities.ts";

/** EIP-3326. Null for a network the wallet has, 4902 for another. */
export const walletSwitchEthereumChain = siteMethod(
  "wallet_switchEthereumChain",
  v.tuple([v.object({ chainId: quantityNumber })]),
  async (call, [{ chainId }]) => {
    if (!chainById(chainId)) throw new WeirError("site/chain-unknown", { chainId });
    requireConnected(call);
    if (chainId !== call.chainId) await call.switchChain(chainId);
    return { result: null };
  },
);
