/**
 * Ledger's HID framing from the device's end. A packet has 64 bytes: channel u16be, tag 0x05, sequence u16be from 0,
 * in sequence 0 the message's length u16be, then data (57, afterwards 59 bytes), padded with zeros.
 */
export const PACKET_SIZE = 64;
const TAG_APDU = 0x05;

export interface Received {
  channel: number;
  apdu: Uint8Array;
}

/** Joins a host's packets. `take` gives the APDU when its last packet is there; a packet that does not fit is dropped. */
export class PacketJoiner {
  private channel = 0;
  private expected = 0;
  private length = 0;
  private data: number[] = [];
  private open = false;

  take(packet: Uint8Array): Received | undefined {
    if (packet.length !== PACKET_SIZE)
      throw new Error(`a packet has ${PACKET_SIZE} bytes, not ${packet.length}`);
    const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
    if (view.getUint8(2) !== TAG_APDU) return undefined;
    const sequence = view.getUint16(3);
    if (sequence === 0) {
      this.channel = view.getUint16(0);
      this.length = view.getUint16(5);
      this.data = [...packet.subarray(7)];
      this.open = true;
    } else {
      if (!this.open || sequence !== this.expected || view.getUint16(0) !== this.channel) return undefined;
      this.data.push(...packet.subarray(5));
    }
    this.expected = sequence + 1;
    if (this.data.length < this.length) return undefined;
    this.open = false;
    return { channel: this.channel, apdu: Uint8Array.from(this.data.slice(0, this.length)) };
  }

  /** Power is gone: what was half received is forgotten. */
  forget(): void {
    this.open = false;
  }
}

/** The packets of an answer (data and status word) on the channel of its request. */
export function toPackets(channel: number, answer: Uint8Array): Uint8Array[] {
  const packets: Uint8Array[] = [];
  for (let at = 0, sequence = 0; at < answer.length || sequence === 0; sequence++) {
    const packet = new Uint8Array(PACKET_SIZE);
    const view = new DataView(packet.buffer);
    view.setUint16(0, channel);
    view.setUint8(2, TAG_APDU);
    view.setUint16(3, sequence);
    if (sequence === 0) view.setUint16(5, answer.length);
    const start = sequence === 0 ? 7 : 5;
    const part = answer.subarray(at, at + PACKET_SIZE - start);
    packet.set(part, start);
    at += part.length;
    packets.push(packet);
  }
  return packets;
}
