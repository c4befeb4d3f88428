/** WebCrypto wants to be told that the bytes are not in shared memory; nothing in the wallet uses any. */
const plainMemory = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

/** A 32-byte AES-256-GCM key as WebCrypto holds it: it cannot be read out again. */
export function importDataKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", plainMemory(key), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** AES-GCM (NIST SP 800-38D) with a 12-byte `iv` and a 128-bit tag at the end of the result. */
export async function sealBytes(
  key: CryptoKey,
  iv: Uint8Array,
  associated: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const algorithm = { name: "AES-GCM", iv: plainMemory(iv), additionalData: plainMemory(associated) };
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plainMemory(plain)));
}

/** The plain bytes, or undefined when key, iv, associated data or ciphertext do not belong together. */
export async function openBytes(
  key: CryptoKey,
  iv: Uint8Array,
  associated: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  const algorithm = { name: "AES-GCM", iv: plainMemory(iv), additionalData: plainMemory(associated) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, plainMemory(sealed)));
  } catch {
    return undefined;
  }
}

/** AES-128 in counter mode, all 16 bytes of `iv` counting: the cipher of Web3 Secret Storage files. */
export async function aesCtr(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey("raw", plainMemory(key), "AES-CTR", false, ["decrypt"]);
  const algorithm = { name: "AES-CTR", counter: plainMemory(iv), length: 128 };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, plainMemory(data)));
}
