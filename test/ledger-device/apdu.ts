/** Status words: LedgerHQ/app-ethereum doc/ethapp.adoc and src/status_words; 55xx and 68xx are the operating system's. */
export const status = {
  ok: 0x9000,
  locked: 0x5515,
  refusedByOs: 0x5501,
  unknownApp: 0x6807,
  noAppName: 0x670a,
  wrongLength: 0x6700,
  transactionType: 0x6501,
  refused: 0x6985,
  security: 0x6982,
  notAllowed: 0x6986,
  invalidData: 0x6a80,
  invalidP1P2: 0x6b00,
  unknownInstruction: 0x6d00,
  unknownClass: 0x6e00,
  internal: 0x6f00,
} as const;

export interface Apdu {
  cla: number;
  ins: number;
  p1: number;
  p2: number;
  data: Uint8Array;
}

/** What a command ends with when it does not end well. */
export class StatusError extends Error {
  readonly word: number;
  constructor(word: number) {
    super(`status ${word.toString(16)}`);
    this.word = word;
  }
}

export function parseApdu(bytes: Uint8Array): Apdu {
  const [cla, ins, p1, p2, lc = 0] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) {
    throw new StatusError(status.wrongLength);
  }
  const data = bytes.slice(5);
  if (data.length !== lc) throw new StatusError(status.wrongLength);
  return { cla, ins, p1, p2, data };
}

/** Reads an APDU's data from the front; too little of it is 6a80. */
export class Reader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new StatusError(status.invalidData);
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  u8(): number {
    return this.take(1)[0] ?? 0;
  }

  u32(): number {
    return new DataView(this.take(4).buffer).getUint32(0);
  }

  rest(): Uint8Array {
    return this.take(this.bytes.length - this.at);
  }

  /** BIP-32 path: count (1 … 10), then the indexes, bit 31 hardened. */
  path(): number[] {
    const count = this.u8();
    if (count < 1 || count > 10) throw new StatusError(status.invalidData);
    return Array.from({ length: count }, () => this.u32());
  }
}

export function concat(...parts: (Uint8Array | number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Length byte, then the bytes. */
export function prefixed(bytes: Uint8Array): Uint8Array {
  return concat([bytes.length], bytes);
}
