import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { RandomBytes } from "../core/environment/environment.ts";
import { importDataKey, openBytes, sealBytes } from "./aes.ts";
import { type Contents, decodeContents, encodeContents } from "./contents.ts";
import { type KdfParameters, passwordKey } from "./kdf.ts";
import { bodyHeaderBytes, headerBytes, type Payload } from "./record.ts";

async function sealed(
  key: CryptoKey,
  associated: Uint8Array,
  plain: Uint8Array,
  random: RandomBytes,
): Promise<{ iv: string; data: string }> {
  const iv = random(12);
  return { iv: bytesToHex(iv), data: bytesToHex(await sealBytes(key, iv, associated, plain)) };
}

async function withPasswordKey<T>(
  password: string,
  header: Pick<Payload, "kdf" | "salt">,
  use: (key: CryptoKey) => Promise<T>,
): Promise<T> {
  const bytes = await passwordKey(password, hexToBytes(header.salt), header.kdf);
  try {
    return await use(await importDataKey(bytes));
  } finally {
    bytes.fill(0);
  }
}

/** `contents` under an existing data key, as the vault's next record. */
export async function resealContents(
  former: Payload,
  dataKey: Uint8Array,
  contents: Contents,
  random: RandomBytes,
): Promise<Payload> {
  const next = { ...former, sequence: former.sequence + 1 };
  const plain = encodeContents(contents);
  try {
    const body = await sealed(await importDataKey(dataKey), bodyHeaderBytes(next), plain, random);
    return { ...next, body };
  } finally {
    plain.fill(0);
  }
}

/** `contents` under a fresh salt and a fresh data key. The caller zeroes `dataKey`. */
export async function sealUnderPassword(
  input: { password: string; kdf: KdfParameters; sequence: number; contents: Contents },
  random: RandomBytes,
): Promise<{ payload: Payload; dataKey: Uint8Array }> {
  const header = { kdf: input.kdf, salt: bytesToHex(random(32)) };
  const dataKey = random(32);
  const wrapped = await withPasswordKey(input.password, header, (key) =>
    sealed(key, headerBytes(header), dataKey, random),
  );
  const unsealed = { ...header, sequence: input.sequence - 1, wrapped, body: wrapped };
  return { payload: await resealContents(unsealed, dataKey, input.contents, random), dataKey };
}

/** The contents by data key, or undefined when it is not this record's or the body is not what was sealed. */
export async function openWithDataKey(payload: Payload, dataKey: Uint8Array): Promise<Contents | undefined> {
  const { iv, data } = payload.body;
  const key = await importDataKey(dataKey);
  const plain = await openBytes(key, hexToBytes(iv), bodyHeaderBytes(payload), hexToBytes(data));
  if (!plain) return undefined;
  try {
    return decodeContents(plain);
  } finally {
    plain.fill(0);
  }
}

/** The data key by password; undefined = wrong password. One run of the KDF. The caller zeroes it. */
export function unwrapDataKey(payload: Payload, password: string): Promise<Uint8Array | undefined> {
  const { iv, data } = payload.wrapped;
  return withPasswordKey(password, payload, (key) =>
    openBytes(key, hexToBytes(iv), headerBytes(payload), hexToBytes(data)),
  );
}
