import type { Address, Hex } from "../../core/account/account.ts";
import type { CallRequest } from "../../core/chain/access.ts";
import type { BlockRef, Log } from "../../core/staking/protocol.ts";
import { gasCap } from "./gas.ts";
import { data, list, Malformed, quantity, record, smallQuantity, toQuantity } from "./quantity.ts";
import { decodeLogs } from "./requests.ts";
import type { RpcRequest } from "./transport/rpc.ts";

/** A call as JSON-RPC has it. */
export function callObject(call: CallRequest): { [field: string]: Hex } {
  return {
    from: call.from,
    ...(call.to ? { to: call.to } : {}),
    data: call.data,
    value: toQuantity(call.value),
  };
}

/** One call's result in eth_simulateV1. */
export interface SimulatedCall {
  success: boolean;
  returned: Hex;
  gasUsed: bigint;
  logs: Log[];
}

/** Circumstances other than those that the simulation would have by itself. */
export interface Variation {
  /** Gas limits of the first calls; the rest have what a block has. */
  gasLimits: readonly bigint[];
  feeRecipient: Address;
  secondsLater: number;
}

/**
 * eth_simulateV1 (execution-apis): `calls` one after another in one block on top of `base`. Number and time of that block
 * are given, for some nodes leave them at the base block's. Native transfers appear as logs. No fee is charged.
 */
export function simulateRequest(
  calls: readonly CallRequest[],
  base: BlockRef,
  blockSeconds: number,
  variation?: Variation,
): RpcRequest<SimulatedCall[]> {
  const time = base.timestamp + Math.ceil(blockSeconds) + (variation?.secondsLater ?? 0);
  const block = {
    blockOverrides: {
      number: toQuantity(base.number + 1),
      time: toQuantity(time),
      ...(variation && { feeRecipient: variation.feeRecipient }),
    },
    calls: calls.map((call, place) => ({
      ...callObject(call),
      gas: toQuantity(variation?.gasLimits[place] ?? gasCap),
    })),
  };
  return {
    method: "eth_simulateV1",
    params: [{ blockStateCalls: [block], traceTransfers: true, validation: false }, toQuantity(base.number)],
    // Whatever the node says against it, there is still eth_call.
    isFinal: () => true,
    decode(value) {
      const [only, ...more] = list(value, 1);
      if (more.length > 0) throw new Malformed("blocks");
      const result = record(only);
      if (smallQuantity(result.number) !== base.number + 1) throw new Malformed("number");
      const results = list(result.calls, calls.length);
      if (results.length !== calls.length) throw new Malformed("calls");
      return results.map(decodeCall);
    },
  };
}

function decodeCall(value: unknown): SimulatedCall {
  const call = record(value);
  const status = quantity(call.status);
  if (status > 1n) throw new Malformed("status");
  let returned = data(call.returnData ?? "0x");
  // A revert's bytes stand in returnData or in the error, depending on the node.
  if (status === 0n && returned === "0x" && typeof call.error === "object" && call.error !== null) {
    const bytes = record(call.error).data;
    if (typeof bytes === "string") returned = data(bytes);
  }
  return {
    success: status === 1n,
    returned,
    gasUsed: quantity(call.gasUsed),
    logs: status === 1n ? decodeLogs(call.logs ?? []) : [],
  };
}

/** eth_call at a block; a revert is the answer to the question asked, so it is final. */
export function callRequest(call: CallRequest, block: number): RpcRequest<Hex> {
  return {
    method: "eth_call",
    params: [callObject(call), toQuantity(block)],
    isFinal: isVerdict,
    decode: data,
  };
}

/** eth_estimateGas at a block. It only adds to what another call in its group tells, so no refusal spoils the group. */
export function estimateRequest(call: CallRequest, block: number): RpcRequest<bigint> {
  return {
    method: "eth_estimateGas",
    params: [callObject(call), toQuantity(block)],
    isFinal: () => true,
    decode: quantity,
  };
}

/** Whether a refusal speaks of the call's outcome: geth's code 3, revert data, or the words nodes use for it. */
export function isVerdict(refusal: { code: number; message: string; data: Hex | undefined }): boolean {
  return (
    refusal.code === 3 ||
    refusal.data !== undefined ||
    /revert|insufficient (funds|balance)|out of gas|invalid opcode|gas required exceeds/i.test(
      refusal.message,
    )
  );
}
