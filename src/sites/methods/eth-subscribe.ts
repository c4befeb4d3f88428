import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { requireConnected, siteMethod } from "../method.ts";
import { logQuery, querySplit } from "./log-query.ts";

const itemId = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{1,64}$/));
/** eth_unsubscribe, eth_getFilterChanges and their kin: the id alone. */
export const oneId = v.strictTuple([itemId]);

/** EIP-758: newHeads and logs. What nodes offer beyond (pending transactions, syncing) is answered with 4200. */
export const ethSubscribe = siteMethod(
  "eth_subscribe",
  v.union([v.strictTuple([v.string()]), v.strictTuple([v.string(), logQuery])]),
  async (call, [kind, given]) => {
    requireConnected(call);
    if (kind !== "newHeads" && kind !== "logs") throw new WeirError("site/method-unsupported", {});
    const what =
      kind === "newHeads"
        ? { kind: "heads" as const }
        : { kind: "logs" as const, query: querySplit(given ?? {}).query };
    return { result: await call.subscriptions.subscribe(call, what) };
  },
  { limited: true },
);

export const ethUnsubscribe = siteMethod(
  "eth_unsubscribe",
  oneId,
  async (call, [id]) => ({ result: await call.subscriptions.unsubscribe(call, id) }),
  { limited: true },
);
