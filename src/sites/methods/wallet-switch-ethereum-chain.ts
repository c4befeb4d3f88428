import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { type Outcome, requireConnected, type SiteCall, siteMethod } from "../method.ts";
import { quantityNumber } from "./quantities.ts";

/** Switches at once where the person allowed the site to be; elsewhere the person is asked. 4902 for an unknown network. */
export async function switchTo(call: SiteCall, chainId: number): Promise<Outcome> {
  const known = await call.wallet.networks();
  if (!known.some((chain) => chain.chainId === chainId))
    throw new WeirError("site/chain-unknown", { chainId });
  requireConnected(call);
  if (chainId === call.chainId) return { result: null };
  if (!call.grant?.chainIds.includes(chainId)) return { ask: { kind: "switch-chain", chainId } };
  await call.switchChain(chainId);
  return { result: null };
}

/** EIP-3326. */
export const walletSwitchEthereumChain = siteMethod(
  "wallet_switchEthereumChain",
  v.tuple([v.object({ chainId: quantityNumber })]),
  (call, [{ chainId }]) => switchTo(call, chainId),
  { limited: true },
);
