import { WeirError } from "../errors/index.ts";

const maxLength = 40;

// Control, format (bidirectional marks among them), surrogate and private-use characters, line separators.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/**
 * A name somebody gives to an account or contact: NFC, without characters that cannot be seen, single spaces, 1 to
 * 40 characters. Rejects with account/label-invalid.
 */
export function parseLabel(text: string): string {
  const label = text.normalize("NFC").replace(unprintable, "").replace(/\s+/g, " ").trim();
  if (label.length < 1 || label.length > maxLength) {
    throw new WeirError("account/label-invalid", { max: maxLength });
  }
  return label;
}
