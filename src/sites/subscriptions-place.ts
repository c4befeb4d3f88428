import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Who subscribes, and from where: one document, by one of its requests, on its site's network. */
export interface Place {
  channel: string;
  /** The request's number in its channel. */
  number: number;
  chainId: number;
  read(method: string, params: readonly unknown[]): Promise<unknown>;
}

/** An id of `bytes` bytes that nobody else can know, since channels are random. The same request sent again gets the same. */
export function idOf({ channel, number }: Pick<Place, "channel" | "number">, bytes = 16): string {
  return `0x${bytesToHex(keccak_256(utf8ToBytes(`weir:${channel}.${number}`))).slice(0, 2 * bytes)}`;
}

/** A filter's id: the same as a quantity, without leading zeros, as the execution API has it. */
export const filterIdOf = (place: Pick<Place, "channel" | "number">): string =>
  idOf(place).replace(/^0x0+(?=.)/, "0x");
