import { getAddress } from "ethers/address";
import type { Address } from "../../core/account/account.ts";
import { WeirError } from "../../core/errors/index.ts";

const ZERO = /^0x0{40}$/;

/**
 * The recipient in its checksum form. Throws account/address-zero, account/address-checksum for a mixed-case
 * address whose case is wrong (EIP-55), operation/recipient-token-contract for one of `tokens` (lower case).
 */
export function checkedRecipient(to: Address, tokens: ReadonlySet<string>): Address {
  if (ZERO.test(to)) throw new WeirError("account/address-zero", {});
  const digits = to.slice(2);
  const oneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  const checksummed = getAddress(to.toLowerCase()) as Address;
  if (!oneCase && checksummed !== to) throw new WeirError("account/address-checksum", {});
  if (tokens.has(to.toLowerCase())) throw new WeirError("operation/recipient-token-contract", {});
  return checksummed;
}
