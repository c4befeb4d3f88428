import { sameAddress } from "../core/account/address.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { SiteRequest } from "../core/site/site.ts";
import { isSiteIntent } from "../core/staking/intent.ts";
import type { Grants } from "./grants.ts";
import type { Health } from "./health.ts";
import { isOpen, type RequestQueue } from "./request-queue.ts";
import type { Requests } from "./requests.ts";
import { type SignInRecords, signInOf } from "./sign-ins.ts";

/** Something of it may be on the chain: its request is answered, and the rest of a batch goes on without it. */
const hasBegun = ({ steps }: Operation): boolean => steps.some(({ attempts }) => attempts.length > 0);

/** What must hold, at the moment it counts, for what a site asked to be approved and signed. */
export function signingChecks(parts: {
  queue: RequestQueue;
  requests: Requests;
  grants: Grants;
  health: Health;
  signIns: SignInRecords;
}) {
  /** The site may use the account on this network now. */
  async function requirePermitted({ origin, account, chainId }: Operation): Promise<void> {
    if (await parts.health.isSuspended(origin)) throw new WeirError("site/suspended", {});
    const grant = await parts.grants.of(origin);
    const permitted = await parts.grants.permitted(grant);
    if (!grant?.chainIds.includes(chainId) || !permitted.some((address) => sameAddress(address, account))) {
      throw new WeirError("site/not-connected", {});
    }
  }

  function requireSame(operation: Operation, request: SiteRequest | undefined): void {
    if (request?.origin !== operation.origin) throw new WeirError("site/request-unknown", {});
  }

  return {
    async approval(operation: Operation): Promise<void> {
      const { intent } = operation;
      if (!isSiteIntent(intent)) return;
      if (intent.kind !== "site-calls" || !hasBegun(operation)) {
        requireSame(operation, await parts.requests.decidable(intent.requestId));
      }
      await requirePermitted(operation);
    },

    async signing(operation: Operation): Promise<void> {
      const { intent, origin } = operation;
      if (!isSiteIntent(intent)) return;
      if (intent.kind !== "site-calls" || !hasBegun(operation)) {
        const request = parts.queue.get(intent.requestId);
        if (!request || !isOpen(request)) throw new WeirError("site/gone", {});
        requireSame(operation, request);
      }
      await requirePermitted(operation);
      const signIn = signInOf(operation);
      if (signIn) await parts.signIns.spend(origin, intent.requestId, signIn);
    },
  };
}
