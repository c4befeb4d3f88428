import type { Address } from "../account/account.ts";
import type { Asset } from "../asset/asset.ts";
import type { Remark } from "../staking/plan.ts";

/** An allowance that a request would grant. */
export interface Grant {
  token: Asset;
  spender: Address;
  /** Base units. */
  amount: bigint;
  /** What the account holds of the token; undefined when not read. */
  balance: bigint | undefined;
  /** No code of its own at the spender's address; undefined when not read. */
  spenderIsPlainAccount: boolean | undefined;
}

/** Somebody who would get a right over all items of a collection. */
export interface Operator {
  address: Address;
  isPlainAccount: boolean | undefined;
}

/** A token that is none of the wallet's own, by the symbol it gives itself. */
export interface ForeignToken {
  address: Address;
  symbol: string;
  /** It calls itself like the native asset or a token the wallet knows. */
  isNamesake: boolean;
}

/** Somebody who receives something. */
export interface Recipient {
  address: Address;
  /** Has deployed code; undefined when not read. */
  hasCode: boolean | undefined;
  isOwn: boolean;
  /** In the address book, or paid before. */
  isKnown: boolean;
  /** One of the token contracts the wallet knows, or the very token that is sent. */
  isTokenContract: boolean;
}

/** An address the user knows, with the name it is known by. */
export interface KnownAddress {
  address: Address;
  label: string;
}

/** Everything the rules look at; plain values, gathered before. */
export interface ApprovalFacts {
  grants: readonly Grant[];
  operators: readonly Operator[];
  foreignTokens: readonly ForeignToken[];
  recipients: readonly Recipient[];
  known: readonly KnownAddress[];
  /** Contract called that this account has not called from this wallet before, when it is not a known protocol's. */
  firstContract: Address | undefined;
  secondOpinion: "agreed" | "single" | "disagreed" | undefined;
  /** Wall clock less the block's time, seconds. */
  blockAgeSeconds: number;
  blockSeconds: number;
  /** whole: every step was run in order. partial: steps were checked alone or not at all. */
  simulation: "whole" | "partial";
  /** A permit was replaced by an approval of the same amount for the simulation. */
  permitSimulatedAsApproval: boolean;
  /** undefined = goes through. */
  revertReason: string | undefined;
  gasLimit: bigint;
  /** Wei per gas at the normal level. */
  maxFeePerGas: bigint;
  /** What the request moves, in native base units as far as the wallet can tell. */
  movedNative: bigint | undefined;
  native: Asset;
}

/** One rule: looks at the facts and says what is to be said. Pure. */
export interface Rule {
  id: string;
  check(facts: ApprovalFacts): Remark[];
}

/** A remark of a rule: its catalogue key is "remark." and the rule's id. */
export function remark(
  level: Remark["level"],
  id: string,
  params: Record<string, string | number> = {},
): Remark {
  return { level, words: { key: `remark.${id}`, params } };
}
