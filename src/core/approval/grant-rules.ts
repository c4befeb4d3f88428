import type { GrantFacts, Rule } from "./facts.ts";
import { beyondBalance } from "./rules/beyond-balance.ts";
import { delegation } from "./rules/delegation.ts";
import { farEnd } from "./rules/far-end.ts";
import { foreignToken } from "./rules/foreign-token.ts";
import { lookAlike } from "./rules/look-alike.ts";
import { order } from "./rules/order.ts";
import { ownSpender } from "./rules/own-spender.ts";
import { recipientTokenContract } from "./rules/recipient-token-contract.ts";
import { spenderPlainAccount } from "./rules/spender-plain-account.ts";
import { spenderUnknown } from "./rules/spender-unknown.ts";
import { tokenAsSpender } from "./rules/token-as-spender.ts";
import { unlimitedAmount } from "./rules/unlimited-amount.ts";
import { wholeCollection } from "./rules/whole-collection.ts";

/** What is said of a right that somebody would get, by a transaction and by a signature alike. */
export const grantRules: readonly Rule<GrantFacts>[] = [
  delegation,
  order,
  lookAlike,
  recipientTokenContract,
  spenderPlainAccount,
  spenderUnknown,
  tokenAsSpender,
  unlimitedAmount,
  wholeCollection,
  beyondBalance,
  farEnd,
  ownSpender,
  foreignToken,
];
