import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { requireConnected, type SiteCall } from "../method.ts";

/** wallet_getCallsStatus and wallet_showCallsStatus: the bundle's id alone. */
export const bundleId = v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(8194))]);

/** A bundle that this site sent. Rejects site/bundle-unknown, also for another site's. */
export async function bundleOf(call: SiteCall, id: string): Promise<Operation> {
  requireConnected(call);
  const operation = await call.wallet.operations.bundle(call.origin, id);
  if (!operation) throw new WeirError("site/bundle-unknown", {});
  return operation;
}
