import * as v from "valibot";
import { sameAddress } from "../../core/account/address.ts";
import { WeirError } from "../../core/errors/index.ts";
import { address } from "../../core/wire/schemas.ts";
import { chainIdHex, siteMethod } from "../method.ts";
import { quantityNumber } from "./quantities.ts";

/** Of weir_requestLstApproval's params and answer. */
const lstApprovalVersion = "1";

/**
 * EIP-5792: what the wallet can do with an account, by network. Plain accounts have no atomic batch, and nothing here
 * pretends that they had.
 */
export const walletGetCapabilities = siteMethod(
  "wallet_getCapabilities",
  v.union([
    v.strictTuple([address]),
    v.strictTuple([address, v.nullish(v.pipe(v.array(quantityNumber), v.maxLength(100)))]),
  ]),
  async (call, [account, chosen]) => {
    if (!call.unlocked || !call.permitted.some((one) => sameAddress(one, account))) {
      throw new WeirError("site/not-connected", {});
    }
    const known = (await call.wallet.networks()).map(({ chainId }) => chainId);
    const wanted = known.filter((chainId) => !chosen || chosen.includes(chainId));
    return {
      result: Object.fromEntries(
        wanted.map((chainId) => [
          chainIdHex(chainId),
          {
            atomic: { status: "unsupported" },
            weirLstApproval: { supported: true, version: lstApprovalVersion },
          },
        ]),
      ),
    };
  },
);
