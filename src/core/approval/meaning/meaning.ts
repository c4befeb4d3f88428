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
  /** Base units; for an operator, and DAI's allowed = true, 2^256-1; 0n takes the right away. */
  amount: bigint;
  /** Unix seconds: Permit2's expiration, a permit's deadline. */
  until?: bigint;
  /** Whose tokens, where the data names it. */
  owner?: Address;
  /** Permit's or Permit2's nonce. */
  nonce?: bigint;
}

/** Something leaves the account at once, or may be taken with this signature (from another's words: Permit2 transfer is an approval). */
export interface TransferMeaning {
  kind: "transfer";
  token: Address;
  to: Address;
  amount: bigint;
  /** Item of a collection. */
  id?: bigint;
  from?: Address;
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
}

export type Meaning = ApprovalMeaning | TransferMeaning | OrderMeaning | DelegationMeaning | UnknownMeaning;
