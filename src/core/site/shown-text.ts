import { toUtf8String } from "ethers/utils";
import type { Hex } from "../account/account.ts";
import { isSigningPayload } from "./signing-payload.ts";
import { visibleText } from "./visible-text.ts";

/** The bytes of a message as a person can read them. */
export interface ShownText {
  /** Text with everything invisible as ⟨U+202E⟩, or the hex of bytes that are no text. */
  text: string;
  isText: boolean;
  /** How many characters were replaced. */
  escapes: number;
  lines: number;
  /** The bytes are a transaction, or an authorisation of EIP-7702: signing them as a message is refused. */
  isTransaction: boolean;
  /** 32 bytes that are no readable text, which may be the hash of anything. */
  isHash: boolean;
}

/** The text in strict UTF-8 (no overlong forms, no surrogates), when more of it can be seen than not. */
function readable(bytes: Hex): { text: string; escapes: number } | undefined {
  try {
    const text = toUtf8String(bytes);
    const visible = visibleText(text);
    return visible.escapes * 2 > text.length ? undefined : visible;
  } catch {
    return undefined;
  }
}

/** `bytes` (whole bytes of hex) as they are shown before signing. Never throws. */
export function shownText(bytes: Hex): ShownText {
  const read = readable(bytes);
  const text = read?.text ?? bytes;
  return {
    text,
    isText: read !== undefined,
    escapes: read?.escapes ?? 0,
    lines: text.split("\n").length,
    isTransaction: isSigningPayload(bytes),
    isHash: bytes.length === 66 && (read === undefined || read.escapes > 0),
  };
}
