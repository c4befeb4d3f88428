import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { requireConnected, siteMethod } from "../method.ts";
import { either, siteTransaction } from "./site-transaction.ts";

/** The transaction becomes an operation that the person sees, may limit, and approves or not. Answers with its hash. */
export const ethSendTransaction = siteMethod(
  "eth_sendTransaction",
  v.tuple([siteTransaction]),
  (call, [transaction]) => {
    requireConnected(call);
    const from = call.permitted.find((address) => address.toLowerCase() === transaction.from.toLowerCase());
    if (from === undefined) throw new WeirError("site/not-connected", {});
    const requested = transaction.chainId ?? call.chainId;
    if (requested !== call.chainId) {
      throw new WeirError("site/chain-mismatch", { requested, active: call.chainId });
    }
    const data = either(transaction.data, transaction.input, "data and input differ") ?? "0x";
    const gas = either(transaction.gas, transaction.gasLimit, "gas and gasLimit differ");
    const to = transaction.to ?? undefined;
    if (to === undefined && data === "0x") throw new WeirError("site/params-invalid", { detail: "at to" });
    return {
      ask: {
        kind: "transaction",
        from,
        ...(to === undefined ? {} : { to }),
        data,
        value: transaction.value ?? 0n,
        ...(gas === undefined ? {} : { gas }),
      },
    };
  },
);
