import type { Address } from "../account/account.ts";
import type { Asset } from "../asset/asset.ts";
import type { AllowanceChange } from "../operation/operation.ts";
import type { Remark } from "../staking/plan.ts";
import type { Meaning } from "./meaning/meaning.ts";

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
  /** Absent: not looked up, or not to be told. */
  spenderKind?: AllowanceChange["spenderKind"];
  /** The spender's code is younger than a week. */
  spenderIsNew?: boolean | undefined;
  /** This account dealt with the spender before, from this wallet. */
  spenderIsFamiliar?: boolean | undefined;
  /** How it is given; absent: seen in a simulation alone. */
  form?: AllowanceChange["form"];
  /** Unix seconds at which the chain ends it, or by which a permit must be used; bigint, since sites name ends up to 2^256-1. */
  until?: bigint | undefined;
}

/** Somebody who would get a right over all items of a collection. */
export interface Operator {
  address: Address;
  /** The collection. */
  token?: Address;
  isPlainAccount: boolean | undefined;
}

/** A token that is none of the wallet's own, by the symbol it gives itself. */
export interface ForeignToken {
  address: Address;
  symbol: string;
  /** It calls itself like the native asset or a token the wallet knows. */
  isNamesake: boolean;
  /** Its own symbol holds characters that cannot be seen; they are left out of `symbol`. */
  symbolHides?: boolean;
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

/** What there is to know of rights that somebody would get, by a transaction or by a signature. */
export interface GrantFacts {
  nowSeconds: number;
  grants: readonly Grant[];
  operators: readonly Operator[];
  foreignTokens: readonly ForeignToken[];
  recipients: readonly Recipient[];
  /** Own accounts, contacts, addresses that something was sent to, contracts of known protocols. No other contracts. */
  known: readonly KnownAddress[];
  /** What is asked, decoded: orders, delegations, and what stays unknown. */
  meanings?: readonly Meaning[];
}

/** Everything the rules look at before a transaction; plain values, gathered before. */
export interface ApprovalFacts extends GrantFacts {
  /** Contract called that this account has not called from this wallet before, when it is not a known protocol's. */
  firstContract: Address | undefined;
  secondOpinion: "agreed" | "single" | "disagreed" | undefined;
  /** Wall clock less the block's time, seconds. */
  blockAgeSeconds: number;
  blockSeconds: number;
  /** Chain time since the protocol's last report, where one is staked with or redeemed from; absent = not known. */
  reportAgeSeconds?: number;
  /** whole: every step was run in order. partial: steps were checked alone or not at all. */
  simulation: "whole" | "partial";
  /** Runs that should end alike did not (another gas limit, miner or time): what happens may be something else. */
  resultUncertain?: boolean;
  /** Tokens that it touches and that were not looked at, for there are too many. */
  tokensLeftOut?: number;
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
export interface Rule<Facts = ApprovalFacts> {
  id: string;
  check(facts: Facts): Remark[];
}

/** A remark of a rule: its catalogue key is "remark." and the rule's id. */
export function remark(
  level: Remark["level"],
  id: string,
  params: Record<string, string | number> = {},
): Remark {
  return { level, words: { key: `remark.${id}`, params } };
}

const order = { block: 0, warn: 1, note: 2 } as const;

/** All that `rules` say about the facts, what blocks first; of the same level in the order of the rules. */
export function saidBy<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Remark[] {
  return rules.flatMap((rule) => rule.check(facts)).sort((a, b) => order[a.level] - order[b.level]);
}
