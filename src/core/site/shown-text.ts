import type { Hex } from "../account/account.ts";

/** The bytes of a message as a person can read them. */
export interface ShownText {
  /** Text with everything invisible as ⟨U+202E⟩, or the hex of bytes that are no text. */
  text: string;
  isText: boolean;
  /** How many characters were replaced. */
  escapes: number;
  lines: number;
  /** The bytes are a transaction: signing them as a message is refused. */
  isTransaction: boolean;
  /** 32 bytes, which may be the hash of anything. */
  isHash: boolean;
}

/** `bytes` as they are shown before signing. */
export function shownText(bytes: Hex): ShownText {
  return {
    text: bytes,
    isText: false,
    escapes: 0,
    lines: 1,
    isTransaction: false,
    isHash: bytes.length === 66,
  };
}
