import { entropyToMnemonic, mnemonicToSeed, validateMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { WeirError } from "../errors/index.ts";

const lengths = [12, 15, 18, 21, 24];
const positions = new Set(wordlist);
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * The words of a text as the wallet reads them. Normalisation: NFKD (so that full-width letters and ideographic
 * spaces become plain ones), invisible characters dropped, lower case, any run of white space separates.
 */
export function phraseWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(invisible, "").toLowerCase();
  return plain.split(/\s+/).filter((word) => word !== "");
}

/**
 * A BIP-39 English phrase in its one spelling: lower-case words with single spaces. Rejects: account/phrase-length;
 * account/phrase-unknown-word with the first such word's position counted from 1, never the word;
 * account/phrase-checksum.
 */
export function parsePhrase(text: string): string {
  const words = phraseWords(text);
  if (!lengths.includes(words.length)) throw new WeirError("account/phrase-length", { words: words.length });
  const unknown = words.findIndex((word) => !positions.has(word));
  if (unknown >= 0) throw new WeirError("account/phrase-unknown-word", { position: unknown + 1 });
  const phrase = words.join(" ");
  if (!validateMnemonic(phrase, wordlist)) throw new WeirError("account/phrase-checksum", {});
  return phrase;
}

/** The phrase of `entropy`: 16 bytes make 12 words, 32 bytes make 24 (BIP-39). */
export function phraseOfEntropy(entropy: Uint8Array): string {
  return entropyToMnemonic(entropy, wordlist);
}

/**
 * The 64-byte seed of a parsed phrase (BIP-39: PBKDF2-HMAC-SHA512, 2048 rounds). The passphrase is taken as typed,
 * spaces and case included, in NFKD. The caller zeroes the seed.
 */
export function seedOfPhrase(phrase: string, passphrase: string): Promise<Uint8Array> {
  return mnemonicToSeed(phrase, passphrase);
}
