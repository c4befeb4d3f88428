import { pbkdf2Async } from "@noble/hashes/pbkdf2.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { WeirError } from "../errors/index.ts";
import { addressOfKey } from "./address.ts";
import { type KeystoreFile, parseKeystoreFile } from "./keystore-file.ts";
import { checkedKey } from "./private-key.ts";

/** AES-128 in counter mode over `data`, the whole 16-byte `iv` counting; made by the caller from the platform's own. */
export type AesCtr = (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Promise<Uint8Array>;

async function derivedKey(file: KeystoreFile, password: string): Promise<Uint8Array> {
  const secret = utf8ToBytes(password);
  const salt = hexToBytes(file.crypto.kdfparams.salt);
  try {
    if (file.crypto.kdf === "pbkdf2") {
      return await pbkdf2Async(sha256, secret, salt, { c: file.crypto.kdfparams.c, dkLen: 32 });
    }
    const { n, r, p } = file.crypto.kdfparams;
    return await scryptAsync(secret, salt, { N: n, r, p, dkLen: 32 });
  } finally {
    secret.fill(0);
  }
}

/**
 * The 32-byte private key in a Web3 Secret Storage file (version 3, scrypt or PBKDF2). The password is tried as
 * typed, then in NFKC, since wallets differ there. Keys that were stored without their leading zeros are filled up.
 * Rejects: account/keystore-malformed (also when the file names another address than its key has),
 * account/keystore-parameters, account/keystore-password, account/key-out-of-range. The caller zeroes the key.
 */
export async function openKeystore(json: string, password: string, aesCtr: AesCtr): Promise<Uint8Array> {
  const file = parseKeystoreFile(json);
  const ciphertext = hexToBytes(file.crypto.ciphertext);
  for (const attempt of new Set([password, password.normalize("NFKC")])) {
    const derived = await derivedKey(file, attempt);
    try {
      const mac = bytesToHex(keccak_256(concatBytes(derived.subarray(16, 32), ciphertext)));
      if (mac !== file.crypto.mac) continue;
      const plain = await aesCtr(
        derived.subarray(0, 16),
        hexToBytes(file.crypto.cipherparams.iv),
        ciphertext,
      );
      const key = new Uint8Array(32);
      key.set(plain, 32 - plain.length);
      plain.fill(0);
      const named = file.address;
      if (named !== undefined && addressOfKey(checkedKey(key)).toLowerCase() !== `0x${named}`) {
        key.fill(0);
        throw new WeirError("account/keystore-malformed", {});
      }
      return checkedKey(key);
    } finally {
      derived.fill(0);
    }
  }
  throw new WeirError("account/keystore-password", {});
}
