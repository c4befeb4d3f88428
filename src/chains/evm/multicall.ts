import type { Address, Hex } from "../../core/account/account.ts";
import type { BlockRef, Read } from "../../core/staking/protocol.ts";
import { type Call, encodedSize } from "./aggregate.ts";
import { Malformed } from "./quantity.ts";

/*
 * Multicall3 (github mds1/multicall): aggregate3 runs view calls one by one and keeps going when one reverts; its own
 * getters tell block and native balances in the same call.
 */

const getBlockNumber: Hex = "0x42cbb15c";
const getCurrentBlockTimestamp: Hex = "0x0f28c97d";

function getEthBalance(account: Address): Hex {
  return `0x4d2301cc${account.slice(2).toLowerCase().padStart(64, "0")}`;
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
      data: getEthBalance(account),
    })),
    ...reads,
  ];
  const block: Call[] = [
    { to: multicall, data: getBlockNumber },
    { to: multicall, data: getCurrentBlockTimestamp },
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
