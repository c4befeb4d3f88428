import type { Address } from "../../account/account.ts";
import { type GrantFacts, type KnownAddress, type Rule, remark } from "../facts.ts";

const DIGITS = 4;

/**
 * The known address that `address` imitates: same first four and last four hex digits, yet another one. Address
 * poisoning puts such addresses into a history in the hope that they are copied.
 */
export function imitated(address: Address, known: readonly KnownAddress[]): KnownAddress | undefined {
  const own = address.toLowerCase();
  const likeness = (text: string) => text.slice(2, 2 + DIGITS) + text.slice(-DIGITS);
  if (known.some((each) => each.address.toLowerCase() === own)) return undefined;
  return known.find((each) => likeness(each.address.toLowerCase()) === likeness(own));
}

/**
 * A recipient or spender that looks like an address the user knows. Contracts that were only called are not among the
 * known: their addresses are made to be alike (CREATE2), and nobody copies them.
 */
export const lookAlike: Rule<GrantFacts> = {
  id: "look-alike",
  check: ({ recipients, grants, operators, known }) =>
    [
      ...recipients.map((each) => each.address),
      ...grants.map((each) => each.spender),
      ...operators.map((each) => each.address),
    ].flatMap((address) => {
      const model = imitated(address, known);
      return model
        ? [remark("block", "look-alike", { address, known: model.address, label: model.label })]
        : [];
    }),
};
