import * as v from "valibot";
import { requireConnected, type SiteMethod, siteMethod } from "../method.ts";
import { oneId } from "./eth-subscribe.ts";
import { logQuery, querySplit } from "./log-query.ts";

const limited = { limited: true };

/** Filters of the execution API, for clients that poll (ethers asks for events this way). Kept per page. */
export const ethFilters: readonly SiteMethod[] = [
  siteMethod(
    "eth_newFilter",
    v.strictTuple([logQuery]),
    async (call, [given]) => {
      requireConnected(call);
      return { result: await call.subscriptions.newFilter(call, { kind: "logs", ...querySplit(given) }) };
    },
    limited,
  ),
  siteMethod(
    "eth_newBlockFilter",
    v.unknown(),
    async (call) => {
      requireConnected(call);
      return { result: await call.subscriptions.newFilter(call, { kind: "blocks" }) };
    },
    limited,
  ),
  siteMethod(
    "eth_getFilterChanges",
    oneId,
    async (call, [id]) => {
      requireConnected(call);
      return { result: await call.subscriptions.changes(call, id) };
    },
    limited,
  ),
  siteMethod(
    "eth_getFilterLogs",
    oneId,
    async (call, [id]) => {
      requireConnected(call);
      return { result: await call.subscriptions.filterLogs(call, id) };
    },
    limited,
  ),
  siteMethod(
    "eth_uninstallFilter",
    oneId,
    async (call, [id]) => ({ result: await call.subscriptions.uninstall(call, id) }),
    limited,
  ),
];
