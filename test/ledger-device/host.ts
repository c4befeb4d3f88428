import { concat, fromHex, toHex } from "./apdu.ts";
import type { SoftwareLedger } from "./software-ledger.ts";
import { PACKET_SIZE } from "./wire.ts";

export interface Host {
  /** Sends an APDU (hex) and waits for its whole answer (hex, with the status word). */
  exchange(apdu: string): Promise<string>;
  /** Only sends. */
  send(apdu: string): void;
  /** Packets received so far. */
  readonly packets: Uint8Array[];
}

/** The simplest counterpart on the wire: cuts and joins packets by the letter, on the given channel. */
export function host(ledger: SoftwareLedger, channel = 0x0101): Host {
  const packets: Uint8Array[] = [];
  let waiting: ((answer: string) => void) | undefined;
  let joined: number[] = [];
  ledger.onPacket((packet) => {
    packets.push(packet);
    joined.push(...packet.slice(5));
    const length = (joined[0] ?? 0) * 256 + (joined[1] ?? 0);
    if (joined.length - 2 < length) return;
    const answer = toHex(Uint8Array.from(joined.slice(2, 2 + length)));
    joined = [];
    waiting?.(answer);
  });
  const send = (apdu: string) => {
    const bytes = fromHex(apdu);
    const framed = concat([bytes.length >> 8, bytes.length & 0xff], bytes);
    for (let at = 0, sequence = 0; at < framed.length; at += PACKET_SIZE - 5, sequence++) {
      const packet = new Uint8Array(PACKET_SIZE);
      packet.set([channel >> 8, channel & 0xff, 0x05, sequence >> 8, sequence & 0xff]);
      packet.set(framed.slice(at, at + PACKET_SIZE - 5), 5);
      ledger.write(packet);
    }
  };
  return {
    packets,
    send,
    exchange: (apdu) =>
      new Promise((answer) => {
        joined = [];
        waiting = answer;
        send(apdu);
      }),
  };
}
