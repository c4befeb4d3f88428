import type { Remark } from "../staking/plan.ts";
import { type Rule, saidBy } from "./facts.ts";
import { grantRules } from "./grant-rules.ts";
import type { SigningFacts } from "./signing-facts.ts";
import { blindMessage } from "./signing-rules/blind-message.ts";
import { domain } from "./signing-rules/domain.ts";
import { hiddenCharacters } from "./signing-rules/hidden-characters.ts";
import { otherOwner } from "./signing-rules/other-owner.ts";
import { signIn } from "./signing-rules/sign-in.ts";
import { signedTransfer } from "./signing-rules/signed-transfer.ts";
import { unknownData } from "./signing-rules/unknown-data.ts";

/** Every rule before a signature that is no transaction, in the order in which remarks of the same level are shown. */
export const signingRules: readonly Rule<SigningFacts>[] = [
  blindMessage,
  signIn,
  domain,
  ...grantRules,
  signedTransfer,
  otherOwner,
  unknownData,
  hiddenCharacters,
];

/** All that the rules say about a signature, blocking remarks first. */
export function signingRemarks(facts: SigningFacts): Remark[] {
  return saidBy(signingRules, facts);
}
