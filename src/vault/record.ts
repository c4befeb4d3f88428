import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { allowed, KdfParameters, type VaultPolicy } from "./kdf.ts";

const format = "weir-vault";
export const recordVersion = 1;

const hex = v.pipe(v.string(), v.regex(/^([0-9a-f]{2})+$/));
const bytes = (length: number) => v.pipe(hex, v.length(length * 2));

/** Sealed bytes: the 96-bit IV and the ciphertext with its tag. */
const Sealed = v.strictObject({ iv: bytes(12), data: hex });

/** Everything in a record but its frame. */
const Payload = v.strictObject({
  /** Goes up by one with every write; of two good copies the higher one is the vault. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  kdf: KdfParameters,
  salt: bytes(32),
  /** The data key under the password key. */
  wrapped: Sealed,
  /** The contents under the data key. */
  body: Sealed,
});
export type Payload = v.InferOutput<typeof Payload>;

/**
 * The frame around a payload's text, the same in every version to come: the checksum is over format, version and
 * text as stored, needs no key, and so tells damage from a wrong password and from a newer version.
 */
const Frame = v.strictObject({
  format: v.literal(format),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: v.pipe(v.string(), v.maxLength(4_000_000)),
  checksum: bytes(32),
});
export type VaultRecord = v.InferOutput<typeof Frame>;

const checksumOf = (version: number, text: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${format}\n${version}\n${text}`)));

/** What is stored for `payload`. */
export function frameRecord(payload: Payload): VaultRecord {
  const { sequence, kdf, salt, wrapped, body } = payload;
  const text = JSON.stringify({ sequence, kdf, salt, wrapped, body });
  return { format, version: recordVersion, text, checksum: checksumOf(recordVersion, text) };
}

/** What one stored copy turns out to be. `parameters`: damaged in the sense that its key parameters are refused. */
export type Copy =
  | { state: "good"; record: VaultRecord; payload: Payload }
  | { state: "absent" }
  | { state: "damaged"; parameters: boolean }
  | { state: "unreadable" }
  | { state: "newer"; version: number };

const damaged: Copy = { state: "damaged", parameters: false };

/** Reads a stored value, without any key. */
export function readRecord(stored: unknown, policy: VaultPolicy): Copy {
  if (stored === undefined) return { state: "absent" };
  const frame = v.safeParse(Frame, stored);
  if (!frame.success) return damaged;
  const record = frame.output;
  if (checksumOf(record.version, record.text) !== record.checksum) return damaged;
  if (record.version > recordVersion) return { state: "newer", version: record.version };
  let value: unknown;
  try {
    value = JSON.parse(record.text);
  } catch {
    return damaged;
  }
  const payload = v.safeParse(Payload, value);
  if (!payload.success) return damaged;
  if (!allowed(payload.output.kdf, policy)) return { state: "damaged", parameters: true };
  return { state: "good", record, payload: payload.output };
}

/** The header as authenticated data: version, key parameters and salt cannot be changed without failing to open. */
export function headerBytes({ kdf, salt }: Pick<Payload, "kdf" | "salt">): Uint8Array {
  return utf8ToBytes(JSON.stringify([format, recordVersion, kdf.name, kdf.N, kdf.r, kdf.p, salt]));
}

/** The same for the body, with the sequence number, so that an old body cannot pose as a new one. */
export function bodyHeaderBytes(payload: Pick<Payload, "kdf" | "salt" | "sequence">): Uint8Array {
  const { kdf, salt, sequence } = payload;
  return utf8ToBytes(JSON.stringify([format, recordVersion, kdf.name, kdf.N, kdf.r, kdf.p, salt, sequence]));
}
