import { keccak_256 } from "@noble/hashes/sha3.js";
import { type Apdu, ascii, concat, Reader, StatusError, status, toHex } from "./apdu.ts";
import { type AppContext, signed } from "./ethereum-app.ts";

/** cmd_sign_message.c refuses more, so that the message fits its screen as hex. */
const LONGEST = 32_766;

/** E0 08: path, length u32be and message, in pieces; EIP-191 version 0x45. Shown as text, or as hex where it is none. */
export class PersonalMessages {
  private readonly context: AppContext;
  private path: number[] = [];
  private length = -1;
  private message: Uint8Array = new Uint8Array();

  constructor(context: AppContext) {
    this.context = context;
  }

  async handle({ p1, data }: Apdu): Promise<Uint8Array> {
    const reader = new Reader(data);
    if (p1 === 0x00) {
      this.path = reader.path();
      this.length = reader.u32();
      this.message = reader.rest();
    } else if (p1 === 0x80) {
      if (this.length < 0) throw new StatusError(status.invalidData);
      this.message = concat(this.message, reader.rest());
    } else throw new StatusError(status.invalidP1P2);
    const { message, length } = this;
    if (message.length < length) return new Uint8Array();
    this.length = -1;
    if (message.length > length || length > LONGEST) throw new StatusError(status.invalidData);
    const prefix = ascii(`\x19Ethereum Signed Message:\n${length}`);
    const lines = ["Review message", `Message ${readable(message)}`, "Sign message"];
    return signed(
      this.context,
      lines,
      this.path,
      keccak_256(concat(prefix, message)),
      (parity) => 27 + parity,
    );
  }
}

/** isprint or isspace in C's locale, else hex. */
function readable(message: Uint8Array): string {
  const printable = message.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13));
  return printable ? new TextDecoder().decode(message) : `0x${toHex(message)}`;
}
