import * as v from "valibot";
import { signingRemarks } from "../../core/approval/signing-rules.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import { SignIns } from "../../core/site/site.ts";
import { isSiteIntent } from "../../core/staking/intent.ts";
import { localKeys } from "../../core/store/keys.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { knownTokens } from "../plan/tokens.ts";
import { blockedBy } from "./blocked.ts";
import { addressBook, everybody } from "./known-addresses.ts";

/** Nonces of sign-ins given to the site for other requests. */
async function noncesUsed(deps: OperationsDependencies, { origin, intent }: Operation): Promise<string[]> {
  const stored = v.safeParse(SignIns, await deps.local.get(localKeys.signIn + origin));
  const requestId = isSiteIntent(intent) ? intent.requestId : undefined;
  if (!stored.success) return [];
  return stored.output.entries.filter((each) => each.requestId !== requestId).map(({ nonce }) => nonce);
}

/** The preview of a message to sign: what the rules say of it, from its bytes alone. Asks no network. */
export async function previewMessage(
  deps: OperationsDependencies,
  operation: Operation,
  earlier: readonly Operation[],
): Promise<Operation & { preview: Preview }> {
  const { chainId, account, origin, plan } = operation;
  const book = await addressBook(deps, chainId, earlier);
  const now = deps.clock.nowSeconds();
  const usedNonces = await noncesUsed(deps, operation);
  const remarks = plan.steps.flatMap((step) =>
    step.kind !== "message"
      ? []
      : signingRemarks({
          nowSeconds: now,
          chainId,
          account,
          origin,
          meanings: [],
          grants: [],
          operators: [],
          foreignTokens: [],
          recipients: [],
          known: everybody(book),
          tokens: new Set(knownTokens(deps.protocols.onChain(chainId)).keys()),
          bytes: step.bytes,
          usedNonces,
        }),
  );
  const preview: Preview = {
    madeAt: now,
    gasLimit: 0n,
    effects: [],
    allowances: [],
    remarks: [...remarks, ...plan.remarks],
    blocked: blockedBy(remarks),
  };
  return { ...operation, preview };
}
