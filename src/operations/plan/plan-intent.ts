import type { Account, Address } from "../../core/account/account.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { SiteCallData } from "../../core/site/site.ts";
import type { Intent, StakingIntent } from "../../core/staking/intent.ts";
import type { Plan } from "../../core/staking/plan.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { planApprove } from "./plan-approve.ts";
import { planLstApproval } from "./plan-lst-approval.ts";
import { planRevoke } from "./plan-revoke.ts";
import { planSend } from "./plan-send.ts";
import { planMessage, planTypedData } from "./plan-signature.ts";
import { planSiteCalls } from "./plan-site.ts";
import { planningFacts } from "./planning-facts.ts";
import { knownTokens } from "./tokens.ts";
import { tokensAt } from "./tokens-at.ts";
import { isUnreachable } from "./unreachable.ts";

/** The network, own or added. Rejects with chain/unknown. */
export async function networkOf(deps: OperationsDependencies, chainId: number): Promise<Chain> {
  const chain = await deps.chain(chainId);
  if (!chain) throw new WeirError("chain/unknown", { chainId });
  return chain;
}

/**
 * The unsigned steps of an intent, from what the chain says now; a signature of a site's own words asks nobody. Throws
 * staking/*, account/*, amount/*, operation/*, site/params-invalid and chain/* errors that say why it cannot be done.
 */
export async function planIntent(
  deps: OperationsDependencies,
  chainId: number,
  account: Account,
  intent: Intent,
): Promise<Plan> {
  const chain = await networkOf(deps, chainId);
  const access = deps.access(chainId);
  const protocols = deps.protocols.onChain(chainId);
  const now = deps.clock.nowSeconds();
  switch (intent.kind) {
    case "stake":
    case "convert":
    case "redeem":
    case "claim":
      return planStaking(deps, access, account, intent, now);
    case "send":
      return planSend({ access, protocols, account, intent, native: chain.native, now });
    case "approve":
    case "site-approval": {
      const token = (await tokensAt(access, protocols, [intent.token])).get(intent.token.toLowerCase());
      if (intent.kind === "site-approval") {
        if (!token) throw new WeirError("site/params-invalid", { detail: "token" });
        return planLstApproval({ access, account: account.address, intent, token, now });
      }
      if (!token) throw new WeirError("message/invalid", { name: "operations.plan" });
      return planApprove(token, intent.spender, intent.amount);
    }
    case "revoke": {
      const erc20 = intent.items.filter(({ form }) => form === "erc20").map(({ token }) => token);
      return planRevoke(intent, await tokensAt(access, protocols, erc20));
    }
    case "site-transaction":
    case "site-calls": {
      const calls = intent.kind === "site-calls" ? intent.calls : [intent];
      // What is asked is shown even when no node can be asked what its tokens are called.
      const tokens = await tokensAt(access, protocols, calls.flatMap(tokenCalled)).catch((error) => {
        if (isUnreachable(error)) return knownTokens(protocols);
        throw error;
      });
      return planSiteCalls(calls, tokens, protocols, chain.native);
    }
    case "site-message":
      return planMessage(intent.bytes, intent.origin);
    case "site-typed-data":
      return planTypedData(intent.json, intent.origin);
  }
}

async function planStaking(
  deps: OperationsDependencies,
  access: ChainAccess,
  account: Account,
  intent: StakingIntent,
  now: number,
): Promise<Plan> {
  const { chainId } = access;
  const protocol = deps.protocols.byId(intent.protocol);
  if (!protocol || protocol.definition.chainId !== chainId) {
    throw new WeirError("staking/unknown-protocol", { protocol: intent.protocol });
  }
  const snapshot = await deps.snapshots.get(chainId);
  const facts = await planningFacts({
    access,
    protocol,
    account: account.address,
    intent,
    snapshot,
    now,
    claimsPerTransaction: claimsOf(deps, protocol, account),
  });
  return protocol.plan(intent, facts.state, facts.context);
}

/** Requests that one claim transaction of the account may take. */
function claimsOf({ signers }: OperationsDependencies, { definition }: Protocol, account: Account): number {
  const most = definition.maxClaimsPerTransaction;
  return signers.capacityOf(account) === "any" ? most : (definition.maxClaimsOnDevice ?? most);
}

/** The token contract that a call speaks to, by the looks of it. */
function tokenCalled({ to, data }: SiteCallData): Address[] {
  return to !== undefined && decodeTokenCall(data) ? [to] : [];
}
