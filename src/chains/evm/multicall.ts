import { Interface } from "ethers/abi";
import type { Address, Hex } from "../../core/account/account.ts";
import type { BlockRef, Read } from "../../core/staking/protocol.ts";
import { Malformed } from "./quantity.ts";

/*
 * Multicall3 (github mds1/multicall): aggregate3 runs view calls one by one and keeps going when one reverts; its own
 * getters tell block and native balances in the same call.
 */

let lazyAbi: Interface | undefined;
/** Built at first use, so that the worker's start does not pay for it. */
function abi(): Interface {
  lazyAbi ??= new Interface([
    "function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[] returnData)",
    "function getBlockNumber() view returns (uint256)",
    "function getCurrentBlockTimestamp() view returns (uint256)",
    "function getEthBalance(address addr) view returns (uint256)",
  ]);
  return lazyAbi;
}

export interface Call {
  to: Address;
  data: Hex;
}

/** Block number and timestamp come first in every chunk, so that chunks of different blocks are noticed. */
export const blockCalls = 2;

/** Most calls and most bytes of call data in one aggregate3; public nodes limit both gas and body size. */
export const chunkLimits = { calls: 500, bytes: 100_000 };

/** The calls of one refresh cut into chunks, each beginning with the two block getters. */
export function chunkCalls(
  reads: readonly Read[],
  native: readonly Address[],
  multicall: Address,
  limits: { calls: number; bytes: number } = chunkLimits,
): Call[][] {
  const calls: Call[] = [
    ...native.map((account) => ({
      to: multicall,
      data: abi().encodeFunctionData("getEthBalance", [account]) as Hex,
    })),
    ...reads,
  ];
  const block: Call[] = [
    { to: multicall, data: abi().encodeFunctionData("getBlockNumber") as Hex },
    { to: multicall, data: abi().encodeFunctionData("getCurrentBlockTimestamp") as Hex },
  ];
  const chunks: Call[][] = [[...block]];
  let bytes = 0;
  for (const call of calls) {
    const size = encodedSize(call.data);
    let chunk = chunks.at(-1) ?? [];
    if (chunk.length > block.length && (chunk.length >= limits.calls || bytes + size > limits.bytes)) {
      chunk = [...block];
      chunks.push(chunk);
      bytes = 0;
    }
    chunk.push({ to: call.to, data: call.data });
    bytes += size;
  }
  return chunks;
}

/** Bytes that one call takes in aggregate3's ABI form: offset, target, flag, offset, length and the padded data. */
function encodedSize(data: Hex): number {
  return 5 * 32 + Math.ceil((data.length - 2) / 2 / 32) * 32;
}

/** Call data of aggregate3 with failures allowed. */
export function encodeAggregate(calls: readonly Call[]): Hex {
  return abi().encodeFunctionData("aggregate3", [calls.map((call) => [call.to, true, call.data])]) as Hex;
}

/** Return data per call, undefined for those that reverted. Throws Malformed unless exactly `count` are there. */
export function decodeAggregate(returned: Hex, count: number): (Hex | undefined)[] {
  let results: readonly { success: boolean; returnData: Hex }[];
  try {
    results = abi().decodeFunctionResult("aggregate3", returned)[0];
    if (results.length !== count) throw new Malformed("aggregate3");
    return Array.from(results, (result) => (result.success ? result.returnData : undefined));
  } catch {
    throw new Malformed("aggregate3");
  }
}

/** A lone uint256 returned by one of Multicall3's getters, which never revert. */
export function uintWord(answer: Hex | undefined): bigint {
  if (answer?.length !== 66) throw new Malformed("uint256");
  return BigInt(answer);
}

/** The block that a chunk's first two answers tell. */
export function blockOf(answers: readonly (Hex | undefined)[]): BlockRef {
  const number = uintWord(answers[0]);
  const timestamp = uintWord(answers[1]);
  const max = BigInt(Number.MAX_SAFE_INTEGER);
  if (number > max || timestamp > max) throw new Malformed("block");
  return { number: Number(number), timestamp: Number(timestamp) };
}
