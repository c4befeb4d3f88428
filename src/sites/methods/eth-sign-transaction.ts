import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { siteMethod } from "../method.ts";
import { siteTransaction, transactionAsk } from "./site-transaction.ts";

/** Signed and handed out, not sent. Refused unless the person turned it on: who has the bytes decides when they count. */
export const ethSignTransaction = siteMethod(
  "eth_signTransaction",
  v.tuple([siteTransaction]),
  async (call, [transaction]) => {
    if (!(await call.wallet.settings()).signOnly) {
      throw new WeirError("site/method-refused", {
        method: "eth_signTransaction",
        reason: "it is off in the wallet's settings. Use eth_sendTransaction.",
      });
    }
    return { ask: { ...transactionAsk(call, transaction), signOnly: true } };
  },
);
