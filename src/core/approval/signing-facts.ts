import type { Address, Hex } from "../account/account.ts";
import type { TypedData } from "../account/signer.ts";
import type { GrantFacts } from "./facts.ts";
import type { Meaning } from "./meaning/meaning.ts";

/**
 * Everything the rules look at before a signature that is no transaction. `grants` and `operators` are those of the meanings
 * (approvals), `recipients` those of its transfers.
 */
export interface SigningFacts extends GrantFacts {
  /** The network that the site is on. */
  chainId: number;
  account: Address;
  origin: string;
  meanings: readonly Meaning[];
  /** Lower-case addresses of the token contracts that the wallet knows on this network. */
  tokens: ReadonlySet<string>;
  /** The bytes of a personal message. */
  bytes?: Hex;
  /** Nonces of sign-ins that were given to this site before. */
  usedNonces?: readonly string[];
  /** EIP-712 data as it would be signed. */
  typedData?: TypedData;
}
