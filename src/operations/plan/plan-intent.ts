import type { Account } from "../../core/account/account.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import { chainById } from "../../core/chain/chains.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Plan } from "../../core/staking/plan.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { planApprove } from "./plan-approve.ts";
import { planSend } from "./plan-send.ts";
import { planSiteTransaction } from "./plan-site.ts";
import { planningFacts } from "./planning-facts.ts";
import { foreignTokens, knownTokens } from "./tokens.ts";

/**
 * The unsigned steps of an intent, from what the chain says now. Throws staking/*, account/*, amount/*,
 * operation/* and chain/* errors that say why it cannot be done.
 */
export async function planIntent(
  deps: OperationsDependencies,
  chainId: number,
  account: Account,
  intent: Intent,
): Promise<Plan> {
  const chain = chainById(chainId);
  if (!chain) throw new WeirError("chain/unknown", { chainId });
  const access = deps.access(chainId);
  const protocols = deps.protocols.onChain(chainId);
  const now = deps.clock.nowSeconds();
  switch (intent.kind) {
    case "stake":
    case "convert":
    case "redeem":
    case "claim": {
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
      });
      return protocol.plan(intent, facts.state, facts.context);
    }
    case "send":
      return planSend({ access, protocols, account, intent, native: chain.native, now });
    case "approve": {
      const token =
        knownTokens(protocols).get(intent.token.toLowerCase()) ??
        (await foreignTokens(access, [intent.token]))[0];
      if (!token) throw new WeirError("message/invalid", { name: "operations.plan" });
      return planApprove(token, intent.spender, intent.amount);
    }
    case "site-transaction": {
      const { to } = intent;
      const known = to && knownTokens(protocols).get(to.toLowerCase());
      const foreign = to && !known && decodeTokenCall(intent.data) ? await foreignTokens(access, [to]) : [];
      return planSiteTransaction(intent, known || foreign[0], protocols, chain.native);
    }
  }
}
