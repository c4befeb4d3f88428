import type { Address, Hex } from "../account/account.ts";
import type { Asset } from "../asset/asset.ts";
import type { StakingIntent } from "./intent.ts";
import type {
  CallStep,
  Effect,
  PermitStep,
  PermittedCallStep,
  Plan,
  Remark,
  SignatureParts,
} from "./plan.ts";
import type { MeasuredYield, Position, Redemption } from "./position.ts";
import type { UnixSeconds } from "./units.ts";

/** One view call. `key` names the answer for `decode`. */
export interface Read {
  key: string;
  to: Address;
  data: Hex;
}

/** Answers by key: returned bytes, or undefined when that one call reverted. */
export type ReadAnswers = ReadonlyMap<string, Hex | undefined>;

/** The block everything was read at. `timestamp` is chain time. */
export interface BlockRef {
  number: number;
  timestamp: UnixSeconds;
}

/** What a protocol knows of itself at a block: JSON, amounts as decimal strings. Opaque outside its folder. */
export type ProtocolState = { readonly [key: string]: unknown };

/** Logs wanted: of one contract, or of all; a place of `topics` may name several of which one must be there. */
export interface LogQuery {
  address?: Address;
  topics: readonly (Hex | readonly Hex[])[];
}

export interface Log {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
  blockNumber: number;
  transactionHash?: Hex;
}

/** What `decode` makes of the answers. `more` asks for a further round with the answers so far. */
export interface ProtocolReading {
  state: ProtocolState;
  positions: Position[];
  redemptions: Redemption[];
  more: Read[];
  /**
   * The reading cannot be right (rate 0, × 1000): `state` says so and refuses plans; positions should not replace
   * earlier ones.
   */
  doubtful?: boolean;
}

/** A protocol's facts that do not change, with sources. */
export interface ProtocolDefinition {
  id: string;
  name: string;
  chainId: number;
  /** What is staked. */
  native: Asset;
  /** LSTs it issues, default first. */
  tokens: readonly (Asset & { growth: "rebasing" | "accruing"; address: Address })[];
  /** Contracts by role, with where the address was read. */
  contracts: readonly { role: string; address: Address; source: string }[];
  /** Catalogue keys (in the protocol's copy.json) of its risks, most important first. */
  risks: readonly string[];
  /** Requests that one claim transaction can take. */
  maxClaimsPerTransaction: number;
  /** The same where a device signs, which shows all of them; absent: as many. */
  maxClaimsOnDevice?: number;
  /** Its words: language → key → text with {placeholders}. Keys lack the protocol's id ("step.stake"). */
  copy?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a stake, conversion or redemption would bring, before anything is signed. */
export interface StakingQuote {
  /** In base units of `receives.asset`. For redeem: of the native asset, at most. */
  receives: Effect;
  /** Protocol's fee on rewards in basis points, where it has one. */
  rewardFeeBasisPoints: number | undefined;
  /** 0 where the protocol takes none on the amount. */
  amountFee: bigint;
  /** Redeem: how the amount is split into requests. */
  parts: bigint[];
  /** Redeem: expected time from now. */
  expected: Redemption["expected"] | undefined;
  yield: MeasuredYield | undefined;
  /** Days of yield that pay for `gasWei`; undefined when unknown or never. */
  breakEvenDays: number | undefined;
  /** Block-level remarks mean it cannot be done now. */
  remarks: Remark[];
}

/** Sending a token: `amount` in its base units, or with `max` all there is. */
export interface SendOrder {
  assetId: string;
  to: Address;
  amount: bigint;
  max: boolean;
}

/** Extra facts a plan needs that only the moment of planning knows. */
export interface PlanContext {
  account: Address;
  now: UnixSeconds;
  block: BlockRef;
  /** ERC-2612 nonces by token id, for permits. */
  permitNonces: ReadonlyMap<string, bigint>;
  /** Present allowances, by `${tokenId}:${spender lower case}`. */
  allowances: ReadonlyMap<string, bigint>;
  balances: ReadonlyMap<string, bigint>;
  /** Shares of the pool behind the balances, by token id, where the protocol counts in shares. */
  shares?: ReadonlyMap<string, bigint>;
  redemptions: readonly Redemption[];
  /** Requests that one claim transaction of this account may take; absent: what the protocol can. */
  claimsPerTransaction?: number;
}

/**
 * A staking protocol: pure functions, no IO, no state, no clock. Every one may throw WeirError with a staking/*
 * code. One folder under src/protocols exports one as `protocol` and is found by the registry.
 */
export interface Protocol {
  definition: ProtocolDefinition;
  /** First round of reads for these accounts; `known` are redemptions seen before (they need a status). */
  reads(accounts: readonly Address[], known: readonly Redemption[]): Read[];
  decode(input: {
    accounts: readonly Address[];
    known: readonly Redemption[];
    answers: ReadAnswers;
    block: BlockRef;
    /** The state of the reading before, to tell what changed too much. */
    previous?: ProtocolState | undefined;
    /** What `measureQueue` found last, to say how long redemptions take. */
    queue?: ProtocolState | undefined;
    /**
     * The rate by a second endpoint that agrees with the first, as `decodeRate` has it: asked for when a reading was
     * doubtful, so that a real jump is believed.
     */
    agreedRate?: bigint | undefined;
  }): ProtocolReading;
  /** Reads a plan needs beyond the snapshot (permit nonces, allowances), with their decoding. */
  planReads(intent: StakingIntent, account: Address): Read[];
  decodePlanReads(
    intent: StakingIntent,
    account: Address,
    answers: ReadAnswers,
  ): Pick<PlanContext, "permitNonces" | "allowances">;
  /** Logs that tell the yield: one address, no account in it, so that a node learns nothing. */
  yieldLogs(): LogQuery;
  /** Yield over the window the logs span, newest 7 days at most; undefined when too few or implausible. */
  measureYield(logs: readonly Log[], now: UnixSeconds): MeasuredYield | undefined;
  /** Logs that tell how fast redemptions were paid of late; absent where the period is fixed. */
  queueLogs?(): LogQuery;
  /** What those logs say, for `decode`: plain JSON. */
  measureQueue?(logs: readonly Log[], now: UnixSeconds): ProtocolState;
  /**
   * What `units` of the pool (shares where it counts in shares, else tokens) are worth in native, rounded down.
   * Without it nothing is said about what a stake earned.
   */
  worthOf?(state: ProtocolState, tokenId: string, units: bigint): bigint;
  quote(input: {
    intent: StakingIntent;
    state: ProtocolState;
    /** For a claim: what is there to claim. */
    redemptions?: readonly Redemption[];
    yield: MeasuredYield | undefined;
    /** Estimated network fee of the whole, in wei, for the break-even time. */
    gasWei: bigint | undefined;
    now: UnixSeconds;
  }): StakingQuote;
  plan(intent: StakingIntent, state: ProtocolState, context: PlanContext): Plan;
  /**
   * Sending one of its tokens, where a plain ERC-20 transfer would not be right to the last unit (shares). Absent:
   * the wallet plans a transfer.
   */
  planSend?(order: SendOrder, state: ProtocolState, context: PlanContext): Plan;
  /** The call a permitted step becomes once its permit is signed. */
  completeCall(step: PermittedCallStep, permit: PermitStep, signature: SignatureParts): CallStep;
  /** The rate that a second endpoint must agree on before value is signed away. */
  rateRead(): Read;
  /** Base units of native for 1e18 of the LST, for the comparison. */
  decodeRate(answer: Hex): bigint;
}
