import { siteMethod } from "../method.ts";
import { bundleId, bundleOf } from "./bundle.ts";

/** EIP-5792: shows the person how far the bundle is. Rarely, so that no site can open one screen after another. */
export const walletShowCallsStatus = siteMethod(
  "wallet_showCallsStatus",
  bundleId,
  async (call, [id]) => {
    await call.wallet.showOperation((await bundleOf(call, id)).id);
    return { result: null };
  },
  { limited: "rarely" },
);
