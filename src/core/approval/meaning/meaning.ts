import type { Address, Hex } from "../../account/account.ts";
import type { AllowanceChange } from "../../operation/operation.ts";

export type AllowanceForm = NonNullable<AllowanceChange["form"]>;

/** Somebody may take something of the account's. Whatever its form, it is one thing to the person. */
export interface ApprovalMeaning {
  kind: "approval";
  form: AllowanceForm;
  /** The token's contract, or the collection's for an operator. */
  token: Address;
  spender: Address;
  /**
   * Base units; for an operator, and DAI's allowed = true, 2^256-1; 0n takes the right away. Form "increase": what is
   * added to the allowance that stands, below zero for decreaseAllowance. Of a collection that calls approve(address,
   * uint256), the selector is the same and this is the item's number: whoever knows the token tells which.
   */
  amount: bigint;
  /** Unix seconds: Permit2's expiration (0n: the block it lands in alone), a permit's deadline. */
  until?: bigint;
  /** Unix seconds after which the signature itself is worth nothing, where that is another time than `until`. */
  signatureUntil?: bigint;
  /** One item of a collection, where the form says that it is one. */
  id?: bigint;
  /** Whose tokens, where the data names it. */
  owner?: Address;
  /** Permit's or Permit2's nonce. */
  nonce?: bigint;
  /** Who gives it when it is not the account itself: the contract that the account has call onwards (Multicall3, a Safe). */
  by?: Address;
}

/** Something leaves at once, or when the signature is used (ERC-3009). What a spender may take by Permit2 is an approval. */
export interface TransferMeaning {
  kind: "transfer";
  /** "native" in calls inside a call alone: the outer value is the transaction's own and stands beside. */
  token: Address | "native";
  to: Address;
  amount: bigint;
  /** Item of a collection. */
  id?: bigint;
  from?: Address;
  /** Unix seconds until which it can be done with this signature. */
  until?: bigint;
  /** Who sends it when it is not the account itself, as with an approval. */
  by?: Address;
}

/** One side of a market order; amounts in base units or items. */
export interface OrderItem {
  token: Address | "native";
  amount: bigint;
  id?: bigint;
}

/** A signed order (Seaport, and others of its kind): what may leave and what must come in. */
export interface OrderMeaning {
  kind: "order";
  market: Address;
  gives: readonly OrderItem[];
  /** What the account itself receives. */
  gets: readonly OrderItem[];
  until?: bigint;
}

/** The account's code becomes another's (EIP-7702). */
export interface DelegationMeaning {
  kind: "delegation";
  to: Address;
}

/** Not decoded: shown raw, never guessed. `selector` of a call, `primaryType` of typed data. */
export interface UnknownMeaning {
  kind: "unknown";
  to?: Address;
  selector?: Hex;
  primaryType?: string;
  /**
   * What it is not: Permit2's words for a contract that is not Permit2, a well-known name with other fields, or more parts
   * than are read (depth, number).
   */
  hint?: "permit2-elsewhere" | "look-alike-type" | "too-many-parts";
}

export type Meaning = ApprovalMeaning | TransferMeaning | OrderMeaning | DelegationMeaning | UnknownMeaning;
