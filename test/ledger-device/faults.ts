import type { SignatureFault } from "./keys.ts";
import { PACKET_SIZE } from "./wire.ts";

/** What goes wrong with an exchange (one APDU and its answer). */
export type Fault =
  /** The cable is pulled when this many packets of the request have arrived. */
  | { kind: "unplug-in-request"; afterPackets: number }
  /** The cable is pulled when this many packets of the answer have gone out. */
  | { kind: "unplug-in-answer"; afterPackets: number }
  /** The answer's first packet is replaced by 64 arbitrary bytes. */
  | { kind: "garbage" }
  /** The answer's last packet is missing, or half of its data where it has one packet only. */
  | { kind: "truncated" }
  /** Sequence numbers one too high. */
  | { kind: "wrong-sequence" }
  | { kind: "wrong-channel" }
  /** The length announced is more (or less) than what follows. */
  | { kind: "wrong-length"; by: number }
  | { kind: "silent" }
  /** Any packets of 64 bytes in place of the answer. */
  | { kind: "packets"; packets: Uint8Array[] }
  /** Data and status word in place of the answer, well framed. */
  | { kind: "answer"; bytes: Uint8Array }
  /** The device refuses at once. */
  | { kind: "status"; word: number }
  | { kind: "delay"; milliseconds: number }
  /** The next signature is spoilt, everything else is in order. */
  | { kind: "signature"; how: SignatureFault };

export interface FaultScope {
  /** Only exchanges with this instruction byte; else the next one, whatever it is. */
  instruction?: number;
  /** How often; Number.POSITIVE_INFINITY for always. Default 1. */
  times?: number;
}

export class Faults {
  private pending: { fault: Fault; instruction: number | undefined; left: number }[] = [];

  add(fault: Fault, { instruction, times = 1 }: FaultScope): void {
    this.pending.push({ fault, instruction, left: times });
  }

  clear(): void {
    this.pending = [];
  }

  /** Takes the faults that hit an exchange with this instruction. */
  take(instruction: number): Fault[] {
    const hit = this.pending.filter(
      (entry) =>
        entry.fault.kind !== "signature" &&
        (entry.instruction === undefined || entry.instruction === instruction),
    );
    for (const entry of hit) entry.left--;
    this.pending = this.pending.filter((entry) => entry.left > 0);
    return hit.map((entry) => entry.fault);
  }

  takeSignature(): SignatureFault | undefined {
    const entry = this.pending.find(({ fault }) => fault.kind === "signature");
    if (entry?.fault.kind !== "signature") return undefined;
    entry.left--;
    this.pending = this.pending.filter(({ left }) => left > 0);
    return entry.fault.how;
  }
}

/** The answer's packets as the faults leave them. */
export function spoil(packets: Uint8Array[], faults: Fault[]): Uint8Array[] {
  let spoilt = packets.map((packet) => packet.slice());
  for (const fault of faults) {
    const first = spoilt[0];
    if (!first) return [];
    const views = spoilt.map((packet) => new DataView(packet.buffer));
    switch (fault.kind) {
      case "garbage":
        spoilt[0] = Uint8Array.from({ length: PACKET_SIZE }, (_, i) => (i * 73 + 29) % 256);
        break;
      case "truncated":
        if (spoilt.length > 1) spoilt.pop();
        else first.fill(0, 7 + Math.floor(new DataView(first.buffer).getUint16(5) / 2));
        break;
      case "wrong-sequence":
        for (const view of views) view.setUint16(3, view.getUint16(3) + 1);
        break;
      case "wrong-channel":
        for (const view of views) view.setUint16(0, view.getUint16(0) ^ 0x5a5a);
        break;
      case "wrong-length":
        new DataView(first.buffer).setUint16(5, new DataView(first.buffer).getUint16(5) + fault.by);
        break;
      case "silent":
        return [];
      case "packets":
        spoilt = fault.packets.map((packet) => packet.slice());
        break;
    }
  }
  return spoilt;
}
