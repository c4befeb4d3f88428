import * as v from "valibot";
import { sameAddress } from "../../core/account/address.ts";
import { WeirError } from "../../core/errors/index.ts";
import { requireChain, requireConnected, requirePermitted, siteMethod } from "../method.ts";
import { quantityBigint, quantityNumber } from "./quantities.ts";
import { checksummed } from "./site-transaction.ts";

const whole = v.union([quantityNumber, v.pipe(v.number(), v.safeInteger(), v.minValue(1))]);

/** Base units: a quantity, or digits as people write numbers that JSON cannot carry. */
const amount = v.pipe(
  v.union([
    quantityBigint,
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,77}$/),
      v.transform((text) => BigInt(text)),
    ),
  ]),
  v.minValue(1n),
  v.maxValue(2n ** 256n - 1n),
);

/** Letters, digits, signs and single spaces of any script: nothing that is invisible, breaks a line or turns the direction. */
const purpose = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{M}\p{N}\p{P}\p{S}]+)*$/u),
);

const longestSeconds = 365 * 86_400;

/**
 * A site says which allowance it needs, until when and what for; the person decides how much and for how long, and the wallet
 * answers with the best form the token allows and with what was granted (docs/sites.md).
 */
export const weirRequestLstApproval = siteMethod(
  "weir_requestLstApproval",
  v.tuple([
    v.object({
      chainId: whole,
      token: checksummed,
      spender: checksummed,
      amount,
      /** Unix seconds. */
      until: whole,
      purpose,
      from: v.optional(checksummed),
    }),
  ]),
  (call, [{ chainId, from, ...wanted }]) => {
    requireConnected(call);
    const account = from ?? call.permitted[0];
    if (account === undefined) throw new WeirError("site/not-connected", {});
    const owner = requirePermitted(call, account);
    requireChain(call, chainId);
    const now = call.wallet.clock.nowSeconds();
    if (wanted.until <= now || wanted.until > now + longestSeconds) {
      throw new WeirError("site/params-invalid", { detail: "at until" });
    }
    const { spender, token } = wanted;
    if (/^0x0+$/.test(spender) || sameAddress(spender, owner) || sameAddress(spender, token)) {
      throw new WeirError("site/params-invalid", { detail: "at spender" });
    }
    return { ask: { kind: "lst-approval", from: owner, ...wanted } };
  },
);
