import * as v from "valibot";
import { Asset } from "../asset/asset.ts";
import { address, baseUnits, hexData, recordId, signedBaseUnits } from "../wire/schemas.ts";

/** What is expected to change for the account when a step or a whole plan succeeds. */
export const Effect = v.object({ asset: Asset, change: signedBaseUnits });
export type Effect = v.InferOutput<typeof Effect>;

/** Words of a step: a catalogue key and the values it needs (amounts already exact decimal texts). */
export const Words = v.object({
  key: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type Words = v.InferOutput<typeof Words>;

/** A transaction to sign and send. `value` in wei; no `to`: a deployment. */
export const CallStep = v.object({
  kind: v.literal("call"),
  to: v.optional(address),
  data: hexData,
  value: baseUnits,
  words: Words,
});
export type CallStep = v.InferOutput<typeof CallStep>;

/** ERC-20 approve(spender, amount): a call of its own kind, since what it grants must be shown and ended. */
export const ApproveStep = v.object({
  kind: v.literal("approve"),
  token: Asset,
  spender: address,
  amount: baseUnits,
  words: Words,
});
export type ApproveStep = v.InferOutput<typeof ApproveStep>;

/** ERC-2612 permit: a signature, no transaction. Domain as the token's contract has it. */
export const PermitStep = v.object({
  kind: v.literal("permit"),
  token: Asset,
  domain: v.object({ name: v.string(), version: v.string() }),
  spender: address,
  amount: baseUnits,
  nonce: baseUnits,
  /** Unix seconds; the end of the grant on the chain. */
  deadline: baseUnits,
  words: Words,
});
export type PermitStep = v.InferOutput<typeof PermitStep>;

/** A call whose data needs the signature of the permit step before it; the protocol's `completeCall` builds it. */
export const PermittedCallStep = v.object({
  kind: v.literal("permitted-call"),
  protocol: recordId,
  to: address,
  method: v.string(),
  /** The method's arguments but for the permit, as the protocol wrote them (JSON, amounts as decimal strings). */
  args: v.array(v.unknown()),
  value: baseUnits,
  words: Words,
});
export type PermittedCallStep = v.InferOutput<typeof PermittedCallStep>;

/** EIP-191 signature (version 0x45, personal_sign) of these bytes: no transaction. */
export const MessageStep = v.object({ kind: v.literal("message"), bytes: hexData, words: Words });
export type MessageStep = v.InferOutput<typeof MessageStep>;

/** EIP-712 signature of this JSON text {types, primaryType, domain, message}: no transaction. */
export const TypedDataStep = v.object({ kind: v.literal("typed-data"), json: v.string(), words: Words });
export type TypedDataStep = v.InferOutput<typeof TypedDataStep>;

export const PlanStep = v.variant("kind", [
  CallStep,
  ApproveStep,
  PermitStep,
  PermittedCallStep,
  MessageStep,
  TypedDataStep,
]);
export type PlanStep = v.InferOutput<typeof PlanStep>;

/** Whether the step is done with its signature: it sends nothing, costs nothing, and waits for nobody. */
export function isSignatureStep(
  step: PlanStep | undefined,
): step is PermitStep | MessageStep | TypedDataStep {
  return step?.kind === "permit" || step?.kind === "message" || step?.kind === "typed-data";
}

/** Something to know before signing. note: good to know. warn: think. block: confirming is not offered. */
export const Remark = v.object({ level: v.picklist(["note", "warn", "block"]), words: Words });
export type Remark = v.InferOutput<typeof Remark>;

/** Unsigned steps in order, with what they are expected to change all together (gas not counted). */
export const Plan = v.object({
  steps: v.array(PlanStep),
  effects: v.array(Effect),
  remarks: v.array(Remark),
});
export type Plan = v.InferOutput<typeof Plan>;

/** A secp256k1 signature's parts, as ERC-2612 takes them. */
export const SignatureParts = v.object({ v: v.picklist([27, 28]), r: hexData, s: hexData });
export type SignatureParts = v.InferOutput<typeof SignatureParts>;
