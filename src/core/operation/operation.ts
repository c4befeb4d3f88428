import * as v from "valibot";
import { Intent } from "../staking/intent.ts";
import { Effect, Plan, Remark, SignatureParts } from "../staking/plan.ts";
import {
  address,
  baseUnits,
  chainId,
  errorReport,
  hash32,
  hexData,
  recordId,
  unixSeconds,
} from "../wire/schemas.ts";

/** EIP-1559 fees in wei per gas. */
export const FeeLevel = v.object({ maxFeePerGas: baseUnits, maxPriorityFeePerGas: baseUnits });
export type FeeLevel = v.InferOutput<typeof FeeLevel>;
export const feeLevelNames = ["slow", "normal", "fast"] as const;
export type FeeLevelName = (typeof feeLevelNames)[number];

/** How an allowance is given. */
export const allowanceForms = [
  "approve",
  "increase",
  "permit",
  "dai-permit",
  "permit2-allowance",
  "permit2-transfer",
  "operator",
] as const;

/** An allowance before and after, in the token's base units; for an operator 0 or 2^256-1. */
export const AllowanceChange = v.object({
  token: address,
  symbol: v.string(),
  decimals: v.number(),
  spender: address,
  before: baseUnits,
  after: baseUnits,
  /** Absent: seen in the simulation alone. */
  form: v.optional(v.picklist(allowanceForms)),
  /** When it ends by itself on the chain, or by when it must be used (permits). */
  until: v.optional(unixSeconds),
  /** What the account holds of the token. */
  balance: v.optional(baseUnits),
  /** Who the spender is: a known protocol's contract, another contract, one without code, an account of one's own. */
  spenderKind: v.optional(v.picklist(["protocol", "contract", "plain", "own"])),
  spenderName: v.optional(v.string()),
  /** The spender's code is younger than a week; absent = the node could not tell. */
  spenderIsNew: v.optional(v.boolean()),
});
export type AllowanceChange = v.InferOutput<typeof AllowanceChange>;

/** What the user sees before approving: everything is bound to `block`. */
export const Preview = v.object({
  /** Absent: nothing of it rests on the chain (a message to sign). */
  block: v.optional(v.object({ number: v.number(), timestamp: unixSeconds })),
  madeAt: unixSeconds,
  /** Gas limit over all transaction steps; 0n when there is none. */
  gasLimit: baseUnits,
  /** Absent: no transaction, nothing to pay. */
  fees: v.optional(v.object({ slow: FeeLevel, normal: FeeLevel, fast: FeeLevel, baseFee: baseUnits })),
  /** Simulated balance changes of the account, gas not counted; undefined = not checked, see remarks. */
  effects: v.optional(v.array(Effect)),
  /** Allowances that change, whatever the form. */
  allowances: v.array(AllowanceChange),
  remarks: v.array(Remark),
  /** What blocks it, as an error with its sentence; confirm is not offered. */
  blocked: v.optional(errorReport),
});
export type Preview = v.InferOutput<typeof Preview>;

/** One signed transaction of a step. A step has several when it was sped up or cancelled; one of them lands. */
export const Attempt = v.object({
  purpose: v.picklist(["original", "speed-up", "cancel"]),
  hash: hash32,
  /** Stored before broadcast: a restart sends these same bytes and never signs again. */
  raw: hexData,
  nonce: v.number(),
  fee: FeeLevel,
  signedAt: unixSeconds,
  broadcastAt: v.optional(unixSeconds),
});
export type Attempt = v.InferOutput<typeof Attempt>;

/** The life of one step. Signature steps go waiting → signed. */
export const StepRecord = v.object({
  state: v.picklist(["waiting", "signing", "signed", "broadcast", "confirmed", "failed"]),
  attempts: v.array(Attempt),
  signature: v.optional(SignatureParts),
  /** What it alone was to change when it was signed: the rest of a plan is held to what was shown for the whole. */
  effects: v.optional(v.array(Effect)),
  confirmedHash: v.optional(hash32),
  confirmedBlock: v.optional(v.number()),
  gasUsedWei: v.optional(baseUnits),
  /** Enough blocks lie above the receipt: the step is watched no longer. */
  final: v.optional(v.boolean()),
  /** Doubts of the watcher, kept because the worker rarely lives from one look to the next. */
  doubts: v.optional(
    v.object({
      /** Times in a row that no node took the bytes again. */
      refusals: v.number(),
      /** When the account's nonce was first seen past every attempt without a receipt of one. */
      overtakenAt: v.optional(unixSeconds),
    }),
  ),
});
export type StepRecord = v.InferOutput<typeof StepRecord>;

/**
 * An operation whose next transaction was not signed before the worker ended, or whose preview no longer held, goes
 * back to `planned` and asks again; confirmed steps stay confirmed.
 *
 * planned → approved → running → confirmed, or failed / rejected / cancelled. Each state is written before the step it
 * announces. `running` means that something may be on the chain.
 */
export const OperationState = v.picklist([
  "planned",
  "approved",
  "running",
  "confirmed",
  "failed",
  "rejected",
  "cancelled",
]);
export type OperationState = v.InferOutput<typeof OperationState>;

export const Operation = v.object({
  id: recordId,
  chainId,
  accountId: recordId,
  account: address,
  /** "wallet" or the site's origin. */
  origin: v.string(),
  intent: Intent,
  plan: Plan,
  preview: v.optional(Preview),
  /** What was approved and no longer held when it was to be signed; `preview` is what holds instead. */
  before: v.optional(Preview),
  state: OperationState,
  feeLevel: v.picklist(feeLevelNames),
  /** When the allowances it gives are to end; the wallet offers to end those that do not end by themselves. */
  leaseUntil: v.optional(unixSeconds),
  steps: v.array(StepRecord),
  createdAt: unixSeconds,
  updatedAt: unixSeconds,
  error: v.optional(errorReport),
});
export type Operation = v.InferOutput<typeof Operation>;
