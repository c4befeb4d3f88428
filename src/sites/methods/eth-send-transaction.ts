import * as v from "valibot";
import { siteMethod } from "../method.ts";
import { siteTransaction, transactionAsk } from "./site-transaction.ts";

/** The transaction becomes an operation that the person sees, may limit, and approves or not. Answers with its hash. */
export const ethSendTransaction = siteMethod(
  "eth_sendTransaction",
  v.tuple([siteTransaction]),
  (call, [transaction]) => ({ ask: transactionAsk(call, transaction) }),
);
