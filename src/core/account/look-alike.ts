import type { Address } from "./account.ts";

const ends = (address: string): string => {
  const digits = address.slice(2).toLowerCase();
  return digits.slice(0, 4) + digits.slice(-4);
};

/**
 * The known address that `address` could be mistaken for: the same first and last four digits, but another
 * account. undefined = none. People compare ends; address poisoning makes ends that match.
 */
export function looksLike(address: Address, known: readonly Address[]): Address | undefined {
  return known.find(
    (other) => other.toLowerCase() !== address.toLowerCase() && ends(other) === ends(address),
  );
}
