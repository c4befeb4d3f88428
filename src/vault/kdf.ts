import { scryptAsync } from "@noble/hashes/scrypt.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";

const cost = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1));

/** How a password becomes a key, as data in the vault's header. Memory: 128·N·r bytes. */
export const KdfParameters = v.strictObject({ name: v.literal("scrypt"), N: cost, r: cost, p: cost });
export type KdfParameters = v.InferOutput<typeof KdfParameters>;

/** What the vault allows and wants: parameters outside floor and ceiling are refused before any memory is taken. */
export interface VaultPolicy {
  current: KdfParameters;
  floor: KdfParameters;
  ceiling: KdfParameters;
  minPasswordLength: number;
  /** After this long without an answer from a store, a copy counts as unreadable, never as absent. */
  answerTimeoutMs: number;
}

/** OWASP's scrypt setting: 128 MiB. Measured in docs/decisions/0002-vault-kdf.md. Raise it here: vaults follow at unlock. */
const currentKdf: KdfParameters = { name: "scrypt", N: 2 ** 17, r: 8, p: 1 };

export const defaultPolicy: VaultPolicy = {
  current: currentKdf,
  floor: { name: "scrypt", N: 2 ** 17, r: 8, p: 1 },
  ceiling: { name: "scrypt", N: 2 ** 20, r: 8, p: 4 },
  minPasswordLength: 8,
  answerTimeoutMs: 5000,
};

/** Whether stored parameters may be used. N must also be a power of two (RFC 7914). */
export function allowed(parameters: KdfParameters, { floor, ceiling }: VaultPolicy): boolean {
  const { N, r, p } = parameters;
  const between = (value: number, low: number, high: number): boolean => value >= low && value <= high;
  return (
    (N & (N - 1)) === 0 &&
    between(N, floor.N, ceiling.N) &&
    between(r, floor.r, ceiling.r) &&
    between(p, floor.p, ceiling.p)
  );
}

/** Whether `current` costs more than `stored`, so that the vault should be sealed again. */
export function movedUp(stored: KdfParameters, current: KdfParameters): boolean {
  return current.N * current.r * current.p > stored.N * stored.r * stored.p;
}

/** A password in the one form that is hashed: NFKC, white space kept. */
export const normalPassword = (password: string): string => password.normalize("NFKC");

/**
 * The 32-byte password key. Takes about half a second and 128 MiB, giving the event loop a turn every 10 ms. The
 * caller zeroes it.
 */
export async function passwordKey(
  password: string,
  salt: Uint8Array,
  { N, r, p }: KdfParameters,
): Promise<Uint8Array> {
  const bytes = utf8ToBytes(normalPassword(password));
  try {
    return await scryptAsync(bytes, salt, { N, r, p, dkLen: 32, maxmem: 128 * r * (N + p + 1) + 1024 });
  } finally {
    bytes.fill(0);
  }
}
