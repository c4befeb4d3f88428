import * as v from "valibot";
import { WeirError } from "../errors/index.ts";

const wholePositive = v.pipe(v.number(), v.integer(), v.minValue(1));
const hexOfBytes = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replace(/^0x/i, "").toLowerCase()),
    v.regex(/^([0-9a-f]{2})*$/),
    v.minLength(min * 2),
    v.maxLength(max * 2),
  );

const Scrypt = v.object({
  kdf: v.literal("scrypt"),
  kdfparams: v.object({
    n: wholePositive,
    r: wholePositive,
    p: wholePositive,
    dklen: wholePositive,
    salt: hexOfBytes(0, 256),
  }),
});
const Pbkdf2 = v.object({
  kdf: v.literal("pbkdf2"),
  kdfparams: v.object({
    c: wholePositive,
    prf: v.literal("hmac-sha256"),
    dklen: wholePositive,
    salt: hexOfBytes(0, 256),
  }),
});
const Cipher = v.object({
  cipher: v.literal("aes-128-ctr"),
  cipherparams: v.object({ iv: hexOfBytes(16, 16) }),
  ciphertext: hexOfBytes(1, 32),
  mac: hexOfBytes(32, 32),
});

/** Web3 Secret Storage, version 3: what a key file must hold before anything is computed from it. */
const KeystoreFile = v.object({
  version: v.literal(3),
  address: v.optional(hexOfBytes(20, 20)),
  crypto: v.intersect([Cipher, v.variant("kdf", [Scrypt, Pbkdf2])]),
});
export type KeystoreFile = v.InferOutput<typeof KeystoreFile>;

/**
 * Ceilings: scrypt up to 512 MiB (128·N·r bytes) and 2^23 block mixes (N·r·p; common files need 2^21), PBKDF2 up to
 * 2^21 rounds (common files need 2^18). A file above them is meant to hang or to exhaust the memory.
 */
function withinCeilings({ crypto }: KeystoreFile): boolean {
  if (crypto.kdfparams.dklen < 32 || crypto.kdfparams.dklen > 64) return false;
  if (crypto.kdf === "pbkdf2") return crypto.kdfparams.c <= 2 ** 21;
  const { n, r, p } = crypto.kdfparams;
  const powerOfTwo = n >= 2 && n <= 2 ** 22 && (n & (n - 1)) === 0;
  return powerOfTwo && r <= 32 && p <= 32 && 128 * n * r <= 2 ** 29 && n * r * p <= 2 ** 23;
}

/** A key file's parsed text, its parameters within bounds. Rejects: account/keystore-malformed, account/keystore-parameters. */
export function parseKeystoreFile(json: string): KeystoreFile {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The parser's message may quote the text, so it is not kept as a cause.
    throw new WeirError("account/keystore-malformed", {});
  }
  const old = value as { crypto?: unknown; Crypto?: unknown } | null;
  const named =
    typeof old === "object" && old?.crypto === undefined ? { ...old, crypto: old?.Crypto } : value;
  const parsed = v.safeParse(KeystoreFile, named);
  if (!parsed.success) throw new WeirError("account/keystore-malformed", {});
  if (!withinCeilings(parsed.output)) throw new WeirError("account/keystore-parameters", {});
  return parsed.output;
}
